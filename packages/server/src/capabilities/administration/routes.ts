import { contract } from '@marsad/contract';
import { implement } from '@orpc/server';
import type { Directory } from '../../platform/operations/actor.ts';
import { asCommand, asQuery, asUnhurriedQuery, type RequestContext } from '../../platform/operations/wire.ts';
import { createToken } from './account/create-token.ts';
import { listTokens } from './account/list-tokens.ts';
import { resetSecondFactor } from './account/reset-second-factor.ts';
import { revokeToken } from './account/revoke-token.ts';
import { endOtherSessions, listSessions } from './account/sessions.ts';
import { getAuditState, verifyAuditChain } from './audit/audit-state.ts';
import { exportAuditEntries } from './audit/export-audit-entries.ts';
import { listAuditEntries } from './audit/list-audit-entries.ts';
import { reportDisclosure } from './audit/report-disclosure.ts';
import { addPlace, changePlace, listKeptPlaces, listOwnPlaces } from './gazetteer/own-places.ts';
import { searchPlaces } from './gazetteer/search-places.ts';
import { getMapAreas } from './organisation/get-map-areas.ts';
import type { Organisation } from './organisation/organisation.ts';
import { addPatrolUnit } from './patrols/add-patrol-unit.ts';
import { changePatrolUnit } from './patrols/change-patrol-unit.ts';
import { listPatrolUnitChanges } from './patrols/list-patrol-unit-changes.ts';
import { changePerson } from './people/change-person.ts';
import { createPerson } from './people/create-person.ts';
import { endPerson } from './people/end-person.ts';
import { endPost } from './people/end-post.ts';
import { getPerson } from './people/get-person.ts';
import { grantPost } from './people/grant-post.ts';
import { keyedDigest } from './people/keyed-digest.ts';
import { listPeople } from './people/list-people.ts';
import { lockAccount } from './people/lock-account.ts';
import { resumePerson } from './people/resume-person.ts';
import { revokePersonToken } from './people/revoke-person-token.ts';
import { setAccount } from './people/set-account.ts';
import { unlockAccount } from './people/unlock-account.ts';
import { changeLimits } from './reference/change-limits.ts';
import { changeType } from './reference/change-type.ts';
import { createType } from './reference/create-type.ts';
import { changeDisposition, createDisposition } from './reference/dispositions.ts';
import { getReference } from './reference/get-reference.ts';
import { listTypeChanges } from './reference/list-type-changes.ts';
import { changeRole } from './roles/change-role.ts';
import { createRole } from './roles/create-role.ts';
import { listRoleChanges } from './roles/list-role-changes.ts';
import { listRoles } from './roles/list-roles.ts';
import { getSession } from './session/get-session.ts';
import { listReference } from './session/list-reference.ts';
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

export interface AdministrationOptions {
  idleMinutes: number;
  /** Where the force's own street map is read from, or null. */
  streets: string | null;
  /** Brings what this server knows of the organisation up to date; the answer of a change waits for it. */
  changed(): Promise<void>;
}

/** The operations of administration, wired to the contract. */
export function administrationRoutes(organisation: Organisation, directory: Directory, options: AdministrationOptions) {
  const os = implement(contract.administration).$context<RequestContext>();
  const people = { organisation, directory };
  const changing =
    <Call, Output>(command: (call: Call) => Promise<Output>) =>
    async (call: Call): Promise<Output> => {
      const output = await command(call);
      await options.changed();
      return output;
    };
  return {
    getMapAreas: os.getMapAreas.handler(asQuery(getMapAreas(organisation, options.streets))),
    getSession: os.getSession.handler(asQuery(getSession(organisation, options.idleMinutes))),
    listReference: os.listReference.handler(asQuery(listReference(organisation))),
    changeLimits: os.changeLimits.handler(changing(asCommand(changeLimits))),
    listUnits: os.listUnits.handler(asQuery(listUnits(organisation))),
    getUnit: os.getUnit.handler(asQuery(getUnit(organisation))),
    getUnitAreas: os.getUnitAreas.handler(asQuery(getUnitAreas(organisation))),
    listUnitPosts: os.listUnitPosts.handler(asQuery(listUnitPosts(organisation))),
    listPatrolUnits: os.listPatrolUnits.handler(asQuery(listPatrolUnits(organisation))),
    createUnit: os.createUnit.handler(changing(asCommand(createUnit(organisation)))),
    changeUnit: os.changeUnit.handler(changing(asCommand(changeUnit(organisation)))),
    moveUnit: os.moveUnit.handler(changing(asCommand(moveUnit(organisation)))),
    endUnit: os.endUnit.handler(changing(asCommand(endUnit))),
    cancelUnitPlan: os.cancelUnitPlan.handler(changing(asCommand(cancelUnitPlan))),
    putUnitArea: os.putUnitArea.handler(changing(asCommand(putUnitArea))),
    addPatrolUnit: os.addPatrolUnit.handler(asCommand(addPatrolUnit)),
    changePatrolUnit: os.changePatrolUnit.handler(asCommand(changePatrolUnit)),
    listPatrolUnitChanges: os.listPatrolUnitChanges.handler(asQuery(listPatrolUnitChanges(organisation))),
    listPeople: os.listPeople.handler(asQuery(listPeople(organisation))),
    getPerson: os.getPerson.handler(asQuery(getPerson(people))),
    createPerson: os.createPerson.handler(
      changing((call) => {
        const { input, context } = call;
        const secret = input.account?.password;
        const password = keyedDigest(context.runner, input.commandId, secret ?? '');
        const kept = input.account ? { ...input, account: { ...input.account, password } } : input;
        const handle = asCommand((command, given: typeof input) => createPerson(people)(command, given, secret));
        return handle({ ...call, input: kept });
      }),
    ),
    changePerson: os.changePerson.handler(changing(asCommand(changePerson(people)))),
    setAccount: os.setAccount.handler(
      changing((call) => {
        const { input, context } = call;
        const password = keyedDigest(context.runner, input.commandId, input.password);
        const handle = asCommand((command, given: typeof input) => setAccount(people)(command, given, input.password));
        return handle({ ...call, input: { ...input, password } });
      }),
    ),
    lockAccount: os.lockAccount.handler(changing(asCommand(lockAccount(people)))),
    unlockAccount: os.unlockAccount.handler(changing(asCommand(unlockAccount(people)))),
    revokePersonToken: os.revokePersonToken.handler(asCommand(revokePersonToken(people))),
    resumePerson: os.resumePerson.handler(changing(asCommand(resumePerson(people)))),
    endPerson: os.endPerson.handler(changing(asCommand(endPerson(people)))),
    grantPost: os.grantPost.handler(changing(asCommand(grantPost(people)))),
    endPost: os.endPost.handler(changing(asCommand(endPost(people)))),
    listRoles: os.listRoles.handler(asQuery(listRoles(organisation))),
    listRoleChanges: os.listRoleChanges.handler(asQuery(listRoleChanges(organisation))),
    createRole: os.createRole.handler(changing(asCommand(createRole(organisation)))),
    changeRole: os.changeRole.handler(changing(asCommand(changeRole(organisation)))),
    getReference: os.getReference.handler(asQuery(getReference(organisation))),
    createType: os.createType.handler(changing(asCommand(createType))),
    changeType: os.changeType.handler(changing(asCommand(changeType))),
    listTypeChanges: os.listTypeChanges.handler(asQuery(listTypeChanges(organisation))),
    createDisposition: os.createDisposition.handler(changing(asCommand(createDisposition))),
    changeDisposition: os.changeDisposition.handler(changing(asCommand(changeDisposition))),
    listSessions: os.listSessions.handler(asQuery(listSessions)),
    endOtherSessions: os.endOtherSessions.handler(asCommand(endOtherSessions)),
    createToken: os.createToken.handler(asCommand(createToken(directory))),
    listTokens: os.listTokens.handler(asQuery(listTokens)),
    revokeToken: os.revokeToken.handler(asCommand(revokeToken)),
    listAuditEntries: os.listAuditEntries.handler(asUnhurriedQuery(listAuditEntries(organisation))),
    exportAuditEntries: os.exportAuditEntries.handler(asUnhurriedQuery(exportAuditEntries(organisation))),
    getAuditState: os.getAuditState.handler(asQuery(getAuditState)),
    verifyAuditChain: os.verifyAuditChain.handler(asCommand(verifyAuditChain)),
    reportDisclosure: os.reportDisclosure.handler(asQuery(reportDisclosure(organisation))),
    resetSecondFactor: os.resetSecondFactor.handler(asCommand(resetSecondFactor(people))),
    searchPlaces: os.searchPlaces.handler(asQuery(searchPlaces(organisation))),
    listKeptPlaces: os.listKeptPlaces.handler(asQuery(listKeptPlaces(organisation))),
    listOwnPlaces: os.listOwnPlaces.handler(asQuery(listOwnPlaces)),
    addPlace: os.addPlace.handler(asCommand(addPlace(organisation))),
    changePlace: os.changePlace.handler(asCommand(changePlace(organisation))),
  };
}
