/** What the list asks for, as it stands in the address. */
export interface PeopleQuestion {
  find: string;
  unit: string;
  role: string;
  state: 'active' | 'locked' | 'ended' | 'all';
}

export const personStates = ['active', 'locked', 'ended', 'all'] as const;
const whole = (text: string | null): string => (text !== null && /^\d{1,9}$/.test(text) ? text : '');

export const readQuestion = (search: URLSearchParams): PeopleQuestion => ({
  find: (search.get('find') ?? '').slice(0, 100),
  unit: whole(search.get('unit')),
  role: whole(search.get('role')),
  state: personStates.find((state) => state === search.get('state')) ?? 'active',
});

export function writeQuestion(question: PeopleQuestion): URLSearchParams {
  const kept = Object.entries(question).filter(
    ([name, value]) => value !== '' && !(name === 'state' && value === 'active'),
  );
  return new URLSearchParams(kept as [string, string][]);
}

/** The input of the operation. */
export const askedOf = ({ find, unit, role, state }: PeopleQuestion) => ({
  state,
  ...(find.trim() !== '' && { search: find.trim() }),
  ...(unit !== '' && { unitId: Number(unit) }),
  ...(role !== '' && { roleId: Number(role) }),
});
