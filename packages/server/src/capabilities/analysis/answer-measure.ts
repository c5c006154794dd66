import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import type { QueryContext } from '../../platform/operations/run-query.ts';
import type { Mart } from './mart/mart.ts';
import { runMeasure } from './measure/run-measure.ts';

type Operation = typeof contract.analysis.runMeasure;

/** One measure within the person's area. */
export function answerMeasure(mart: Mart) {
  return async ({ scope }: QueryContext, { measure }: InputOf<Operation>): Promise<OutputOf<Operation>> => ({
    measure,
    result: await runMeasure(mart, measure, scope),
  });
}
