import { contract } from '@marsad/contract';
import { implement } from '@orpc/server';
import { asQuery, type RequestContext } from '../../platform/operations/wire.ts';
import { answerMeasure } from './answer-measure.ts';
import { getOverview } from './get-overview.ts';
import type { Mart } from './mart/mart.ts';

/** The operations of analysis, wired to the contract. */
export function analysisRoutes(mart: Mart) {
  const os = implement(contract.analysis).$context<RequestContext>();
  return {
    getOverview: os.getOverview.handler(asQuery(getOverview(mart))),
    runMeasure: os.runMeasure.handler(asQuery(answerMeasure(mart))),
  };
}
