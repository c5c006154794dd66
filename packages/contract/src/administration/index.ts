import { createToken } from './create-token.ts';
import { endOtherSessions } from './end-other-sessions.ts';
import { exportAuditEntries } from './export-audit-entries.ts';
import { addPlace } from './gazetteer/add-place.ts';
import { changePlace } from './gazetteer/change-place.ts';
import { listKeptPlaces } from './gazetteer/list-kept-places.ts';
import { listOwnPlaces } from './gazetteer/list-own-places.ts';
import { searchPlaces } from './gazetteer/search-places.ts';
import { getAuditState } from './get-audit-state.ts';
import { getMapAreas } from './get-map-areas.ts';
import { getSession } from './get-session.ts';
import { listAuditEntries } from './list-audit-entries.ts';
import { listReference } from './list-reference.ts';
import { listSessions } from './list-sessions.ts';
import { listTokens } from './list-tokens.ts';
import { addPatrolUnit } from './patrols/add-patrol-unit.ts';
import { changePatrolUnit } from './patrols/change-patrol-unit.ts';
import { listPatrolUnitChanges } from './patrols/list-patrol-unit-changes.ts';
import { changePerson } from './people/change-person.ts';
import { createPerson } from './people/create-person.ts';
import { endPerson } from './people/end-person.ts';
import { endPost } from './people/end-post.ts';
import { getPerson } from './people/get-person.ts';
import { grantPost } from './people/grant-post.ts';
import { listPeople } from './people/list-people.ts';
import { lockAccount } from './people/lock-account.ts';
import { resumePerson } from './people/resume-person.ts';
import { revokePersonToken } from './people/revoke-person-token.ts';
import { setAccount } from './people/set-account.ts';
import { unlockAccount } from './people/unlock-account.ts';
import { changeDisposition } from './reference/change-disposition.ts';
import { changeLimits } from './reference/change-limits.ts';
import { changeType } from './reference/change-type.ts';
import { createDisposition } from './reference/create-disposition.ts';
import { createType } from './reference/create-type.ts';
import { getReference } from './reference/get-reference.ts';
import { listTypeChanges } from './reference/list-type-changes.ts';
import { reportDisclosure } from './report-disclosure.ts';
import { resetSecondFactor } from './reset-second-factor.ts';
import { revokeToken } from './revoke-token.ts';
import { changeRole } from './roles/change-role.ts';
import { createRole } from './roles/create-role.ts';
import { listRoleChanges } from './roles/list-role-changes.ts';
import { listRoles } from './roles/list-roles.ts';
import { cancelUnitPlan } from './units/cancel-unit-plan.ts';
import { changeUnit } from './units/change-unit.ts';
import { createUnit } from './units/create-unit.ts';
import { endUnit } from './units/end-unit.ts';
import { getUnit } from './units/get-unit.ts';
import { getUnitAreas } from './units/get-unit-areas.ts';
import { listPatrolUnits } from './units/list-patrol-units.ts';
import { listUnitPosts } from './units/list-unit-posts.ts';
import { listUnits } from './units/list-units.ts';
import { moveUnit } from './units/move-unit.ts';
import { putUnitArea } from './units/put-unit-area.ts';
import { verifyAuditChain } from './verify-audit-chain.ts';

export const administration = {
  getMapAreas,
  getSession,
  listReference,
  changeLimits,
  listSessions,
  endOtherSessions,
  createToken,
  listTokens,
  revokeToken,
  resetSecondFactor,
  searchPlaces,
  listKeptPlaces,
  listOwnPlaces,
  addPlace,
  changePlace,
  listAuditEntries,
  exportAuditEntries,
  getAuditState,
  verifyAuditChain,
  reportDisclosure,
  listUnits,
  getUnit,
  getUnitAreas,
  listUnitPosts,
  listPatrolUnits,
  createUnit,
  changeUnit,
  moveUnit,
  endUnit,
  cancelUnitPlan,
  putUnitArea,
  addPatrolUnit,
  changePatrolUnit,
  listPatrolUnitChanges,
  listPeople,
  getPerson,
  createPerson,
  changePerson,
  setAccount,
  lockAccount,
  unlockAccount,
  revokePersonToken,
  endPerson,
  resumePerson,
  grantPost,
  endPost,
  listRoles,
  listRoleChanges,
  createRole,
  changeRole,
  getReference,
  createType,
  changeType,
  listTypeChanges,
  createDisposition,
  changeDisposition,
};
