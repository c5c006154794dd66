import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import type { QueryContext } from '../../platform/operations/run-query.ts';
import { findDetail } from './detail-store.ts';
import { cursorBefore, entryOf } from './list-timeline.ts';
import { pageOfTimeline } from './timeline-store.ts';

type Operation = typeof contract.incidents.getIncident;

// The end of a long story is what matters now; its beginning is asked for (listTimeline).
const mostEntries = 200;

/** One incident with the end of its story. Outside the area it is not there: the answer does not tell whether it exists. */
export async function getIncident({ tx }: QueryContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const detail =
    (await findDetail(tx, input.incidentId)) ?? refuse('NOT_FOUND', 'incident.not_found', { field: 'incidentId' });
  const newest = await pageOfTimeline(tx, input.incidentId, mostEntries + 1, null);
  const shown = newest.slice(0, mostEntries);
  return {
    ...detail,
    timeline: shown.map(entryOf).reverse(),
    earlierCursor: newest.length > mostEntries ? cursorBefore(shown.at(-1)) : null,
  };
}
