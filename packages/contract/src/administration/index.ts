import { createToken } from './create-token.ts';
import { endOtherSessions } from './end-other-sessions.ts';
import { exportAuditEntries } from './export-audit-entries.ts';
import { getAuditState } from './get-audit-state.ts';
import { getMapAreas } from './get-map-areas.ts';
import { getSession } from './get-session.ts';
import { listAuditEntries } from './list-audit-entries.ts';
import { listReference } from './list-reference.ts';
import { listSessions } from './list-sessions.ts';
import { listTokens } from './list-tokens.ts';
import { reportDisclosure } from './report-disclosure.ts';
import { resetSecondFactor } from './reset-second-factor.ts';
import { revokeToken } from './revoke-token.ts';
import { verifyAuditChain } from './verify-audit-chain.ts';

export const administration = {
  getMapAreas,
  getSession,
  listReference,
  listSessions,
  endOtherSessions,
  createToken,
  listTokens,
  revokeToken,
  resetSecondFactor,
  listAuditEntries,
  exportAuditEntries,
  getAuditState,
  verifyAuditChain,
  reportDisclosure,
};
