import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import type { QueryContext } from '../../platform/operations/run-query.ts';
import { findDetail } from './detail-store.ts';

type Operation = typeof contract.incidents.getIncident;

/** One incident with its story. Outside the area it is not there: the answer does not tell whether it exists. */
export async function getIncident({ tx }: QueryContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const detail = await findDetail(tx, input.incidentId);
  return detail ?? refuse('NOT_FOUND', 'incident.not_found', { field: 'incidentId' });
}
