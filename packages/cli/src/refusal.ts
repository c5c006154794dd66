/** What a command cannot do, in a sentence for the person at the terminal. */
export class Refusal extends Error {}
