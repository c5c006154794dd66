import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { QueryContext } from '../../../platform/operations/run-query.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { reachesUnit } from '../session/get-session.ts';

type Operation = typeof contract.administration.reportDisclosure;

/** Writes a disclosure to the log before the browser hands the file over. */
export function reportDisclosure(organisation: Organisation) {
  return async ({ scope, now, consult }: QueryContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> => {
    const unit = input.unitId === undefined ? undefined : organisation.findUnit(input.unitId);
    if (input.unitId !== undefined && !(unit && reachesUnit(scope, unit)))
      refuse('FORBIDDEN', 'area.outside', { field: 'unitId' });
    await consult({
      kind: 'disclosure',
      action: `export.${input.format}`,
      subjectKind: 'figure',
      subjectId: input.subject,
      unitId: unit?.unitId ?? null,
      fields: input.filters,
      values: { rows: input.rows },
      ...(input.recipient !== undefined && { recipient: input.recipient }),
      ...(input.reason !== undefined && { reason: input.reason }),
    });
    return { at: now.toISOString() };
  };
}
