import { contract } from '@marsad/contract';
import { implement } from '@orpc/server';
import type { Directory } from '../../platform/operations/actor.ts';
import { asCommand, asQuery, type RequestContext } from '../../platform/operations/wire.ts';
import { createToken } from './account/create-token.ts';
import { listTokens } from './account/list-tokens.ts';
import { resetSecondFactor } from './account/reset-second-factor.ts';
import { revokeToken } from './account/revoke-token.ts';
import { endOtherSessions, listSessions } from './account/sessions.ts';
import { getAuditState, verifyAuditChain } from './audit/audit-state.ts';
import { exportAuditEntries } from './audit/export-audit-entries.ts';
import { listAuditEntries } from './audit/list-audit-entries.ts';
import { reportDisclosure } from './audit/report-disclosure.ts';
import { getMapAreas } from './organisation/get-map-areas.ts';
import type { Organisation } from './organisation/organisation.ts';
import { getSession } from './session/get-session.ts';
import { listReference } from './session/list-reference.ts';

/** The operations of administration, wired to the contract. */
export function administrationRoutes(
  organisation: Organisation,
  directory: Directory,
  options: { idleMinutes: number; streets: string | null },
) {
  const os = implement(contract.administration).$context<RequestContext>();
  return {
    getMapAreas: os.getMapAreas.handler(asQuery(getMapAreas(organisation, options.streets))),
    getSession: os.getSession.handler(asQuery(getSession(organisation, options.idleMinutes))),
    listReference: os.listReference.handler(asQuery(listReference(organisation))),
    listSessions: os.listSessions.handler(asQuery(listSessions)),
    endOtherSessions: os.endOtherSessions.handler(asCommand(endOtherSessions)),
    createToken: os.createToken.handler(asCommand(createToken(directory))),
    listTokens: os.listTokens.handler(asQuery(listTokens)),
    revokeToken: os.revokeToken.handler(asCommand(revokeToken)),
    listAuditEntries: os.listAuditEntries.handler(asQuery(listAuditEntries(organisation))),
    exportAuditEntries: os.exportAuditEntries.handler(asQuery(exportAuditEntries(organisation))),
    getAuditState: os.getAuditState.handler(asQuery(getAuditState)),
    verifyAuditChain: os.verifyAuditChain.handler(asCommand(verifyAuditChain)),
    reportDisclosure: os.reportDisclosure.handler(asQuery(reportDisclosure(organisation))),
    resetSecondFactor: os.resetSecondFactor.handler(asCommand(resetSecondFactor(organisation))),
  };
}
