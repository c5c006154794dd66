import type { contract } from '@marsad/contract';
import type { OutputOf } from '@marsad/contract/platform/operation.ts';
import type { QueryContext } from '../../../platform/operations/run-query.ts';
import { tokensOf } from './store.ts';

/** The caller's tokens. */
export const listTokens = ({ tx, actor }: QueryContext): Promise<OutputOf<typeof contract.administration.listTokens>> =>
  tokensOf(tx, actor.personId);
