import { contract } from '@marsad/contract';
import { implement } from '@orpc/server';
import { asQuery, type RequestContext } from '../../platform/operations/wire.ts';
import { getMapAreas } from './organisation/get-map-areas.ts';
import type { Organisation } from './organisation/organisation.ts';
import { getSession } from './session/get-session.ts';
import { listReference } from './session/list-reference.ts';

/** The operations of administration, wired to the contract. */
export function administrationRoutes(
  organisation: Organisation,
  options: { idleMinutes: number; streets: string | null },
) {
  const os = implement(contract.administration).$context<RequestContext>();
  return {
    getMapAreas: os.getMapAreas.handler(asQuery(getMapAreas(organisation, options.streets))),
    getSession: os.getSession.handler(asQuery(getSession(organisation, options.idleMinutes))),
    listReference: os.listReference.handler(asQuery(listReference(organisation))),
  };
}
