import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { validate } from 'uuid';
import { decodeCursor, encodeCursor } from '../../platform/operations/cursor.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import type { QueryContext } from '../../platform/operations/run-query.ts';
import { isVisible } from './store.ts';
import { pageOfTimeline, type TimelineRow } from './timeline-store.ts';

type Operation = typeof contract.incidents.listTimeline;

/** A page of an incident's story, the newest first. Outside the area the incident is not there. */
export async function listTimeline({ tx }: QueryContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const { incidentId, limit, cursor } = input;
  if (!(await isVisible(tx, incidentId))) refuse('NOT_FOUND', 'incident.not_found', { field: 'incidentId' });
  const [at = '', entryId = ''] = cursor === undefined ? [] : decodeCursor(cursor, 2);
  if (cursor !== undefined && (Number.isNaN(Date.parse(at)) || !validate(entryId)))
    refuse('UNPROCESSABLE_CONTENT', 'cursor.invalid', { field: 'cursor' });
  const rows = await pageOfTimeline(tx, incidentId, limit + 1, cursor === undefined ? null : { at, entryId });
  const shown = rows.slice(0, limit);
  return { items: shown.map(entryOf), nextCursor: rows.length > limit ? cursorBefore(shown.at(-1)) : null };
}

/** An entry as the wire carries it. */
export const entryOf = ({ exactAt: _exactAt, ...entry }: TimelineRow) => entry;

/** Where the entries before one begin. */
export const cursorBefore = (row: TimelineRow | undefined): string | null =>
  row ? encodeCursor([row.exactAt, row.entryId]) : null;
