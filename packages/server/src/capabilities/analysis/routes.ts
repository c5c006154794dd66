import { contract } from '@marsad/contract';
import { implement } from '@orpc/server';
import { asUnhurriedQuery, type RequestContext } from '../../platform/operations/wire.ts';
import { answerMeasure } from './answer-measure.ts';
import { getOverview } from './get-overview.ts';
import type { Mart } from './mart/mart.ts';

/** The operations of analysis, wired to the contract. */
export function analysisRoutes(mart: Mart) {
  const os = implement(contract.analysis).$context<RequestContext>();
  return {
    getOverview: os.getOverview.handler(asUnhurriedQuery(getOverview(mart))),
    runMeasure: os.runMeasure.handler(asUnhurriedQuery(answerMeasure(mart))),
  };
}
