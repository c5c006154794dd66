import { createToken } from './create-token.ts';
import { endOtherSessions } from './end-other-sessions.ts';
import { getMapAreas } from './get-map-areas.ts';
import { getSession } from './get-session.ts';
import { listReference } from './list-reference.ts';
import { listSessions } from './list-sessions.ts';
import { listTokens } from './list-tokens.ts';
import { resetSecondFactor } from './reset-second-factor.ts';
import { revokeToken } from './revoke-token.ts';

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
};
