import type { IncidentDetail } from '@marsad/contract/incidents/incident.ts';
import type { DetailWord } from './words.ts';

export interface Step {
  word: DetailWord;
  /** When it was reached; null before. */
  at: string | null;
  state: 'done' | 'next' | 'passed' | 'later';
  /** It stands before a step that must come first: an order that cannot have been, to be looked at. */
  wrong: boolean;
  /** By when it should be reached, where there is a limit. */
  due: string | null;
}

/** The track of an incident: what is reached, what comes next and by when. A step jumped over is passed, not next. */
export function stepsOf(
  incident: Pick<
    IncidentDetail,
    'createdAt' | 'firstDispatchedAt' | 'firstEnRouteAt' | 'firstOnSceneAt' | 'resolvedAt' | 'dueAt'
  >,
): Step[] {
  const reached: [DetailWord, string | null, string | null][] = [
    ['stepCreated', incident.createdAt, null],
    ['stepSent', incident.firstDispatchedAt, null],
    ['stepEnRoute', incident.firstEnRouteAt, null],
    ['stepOnScene', incident.firstOnSceneAt, incident.dueAt],
    ['stepResolved', incident.resolvedAt, null],
  ];
  const last = reached.findLastIndex(([, at]) => at !== null);
  return reached.map(([word, at, due], index) => ({
    word,
    at,
    due: at === null ? due : null,
    wrong: at !== null && reached.slice(0, index).some(([, earlier]) => earlier !== null && earlier > at),
    state: at !== null ? 'done' : index < last ? 'passed' : index === last + 1 ? 'next' : 'later',
  }));
}
