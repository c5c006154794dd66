import { type Actor, selfActions } from './actor.ts';
import { refuse } from './refuse.ts';

/** Refuses who must first do something about their own account: choose a password, turn on a second factor. */
export function requireReady(actor: Actor, permission: string): void {
  // As if nobody were signed in: whoever set the password knows it too.
  if (actor.mustChoosePassword) refuse('UNAUTHORIZED', 'password.temporary');
  if (actor.mustEnrol && !selfActions.has(permission)) refuse('FORBIDDEN', 'second_factor.required');
}
