import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import type { QueryContext } from '../../platform/operations/run-query.ts';
import type { Mart } from './mart/mart.ts';
import { runOverview } from './overview/run-overview.ts';

type Operation = typeof contract.analysis.getOverview;

/** Every figure of the Overview within the person's area, on one state of the mart. */
export function getOverview(mart: Mart) {
  return ({ scope }: QueryContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> =>
    runOverview(mart, input, scope);
}
