// A call half typed is kept under the id of its own incident: what one caller said never stands in the form of the next.
import { recallForms } from '../../../platform/offline/form-draft.ts';
import { type Caller, emptyCaller, emptyForm, type Typed } from './typed.ts';

/** What a form begins with: empty, taken up again, or an incident that was refused. */
export interface Begun {
  typed: Typed;
  caller: Caller;
}

const keysOf = (roomId: number): string => `incident:${roomId}:`;
export const keyOf = (roomId: number, incidentId: string): string => keysOf(roomId) + incidentId;

/** An empty form for the next call; `now` is the server's time in milliseconds. */
export const begin = (now: number): Begun => ({ typed: emptyForm(now), caller: emptyCaller() });

/** A form put aside, to be gone on with; who called is found under its key where the window still knows. */
export const takenUp = (typed: Typed): Begun => ({ typed, caller: emptyCaller() });

/** Whether anything was said: an empty form is not worth keeping. */
export const says = ({ incidentId: _id, openedAt: _at, ...typed }: Typed, { name, telephone }: Caller): boolean =>
  [...Object.values(typed), name, telephone].some((value) => value !== undefined && value !== '');

/** The calls of a room that a person put aside half typed, the newest first, without the one that is open. */
export function halfTyped(roomId: number, personId: string, open: string): Typed[] {
  return [...recallForms<Typed>(keysOf(roomId), personId).values()]
    .filter((typed) => typed.incidentId !== open)
    .sort((a, b) => (b.openedAt ?? '').localeCompare(a.openedAt ?? ''));
}
