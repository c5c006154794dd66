// How each operation of the table is called. Most inputs are put together from the names of their fields; what a name does
// not say stands below under the name of the row: what is made for it, the input, and what its answer must hold.
import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { square } from '../administration.ts';
import type { Need } from './incident-cast.ts';
import { childKind } from './places.ts';
import { codeOf, signOf, type Target, type Things } from './things.ts';

/** What an answer said: JSON of whatever shape the operation has. */
export type Said = Readonly<Record<string, unknown>>;

export interface Call {
  /** Makes what it is aimed at, once until a call succeeds. */
  make?(things: Things, target: Target, stranger: string): Promise<void>;
  input?(target: Target, things: Things): object;
  /** Whether the answer holds what it was aimed at: of a list, not that there was one, but that this stands in it. */
  holds?(said: Said, target: Target, things: Things): boolean | Promise<boolean>;
  /** One answer tells of everything that is seen from a post: it is asked once, and looked at for each letter. */
  tellsAll?: boolean;
  /** Reasons other than right, area and "not there" that say: not from here. Told in the legend of the table. */
  beyond?: readonly string[];
  /** What stands with the incident. */
  needs?: readonly Need[];
  /** It is one's own room's incident, and what the letter says is the other thing. */
  ownFirst?: boolean;
}

type Fields = Record<string, (target: Target) => unknown>;

/** A value for a field of this name, in whichever operation it stands. */
const fields: Fields = {
  commandId: () => uuidv7(),
  incidentId: (target) => target.incidentId,
  roomId: (target) => target.unitId,
  unitId: (target) => target.unitId,
  homeId: (target) => target.unitId,
  forceId: (target) => target.forceId,
  typeId: (target) => target.typeId,
  roleId: (target) => target.roleId,
  dispositionId: (target) => target.dispositionId,
  patrolUnitId: (target) => target.patrolUnitId,
  placeId: (target) => target.placeId,
  personId: (target) => target.personId,
  tokenId: (target) => target.tokenId,
  importId: (target) => target.importId,
  fileId: (target) => target.fileId,
  assignmentId: (target) => target.assignmentId,
  attachmentId: (target) => target.attachmentId,
  otherId: (target) => target.companionId,
  intoId: (target) => target.companionId,
  parentId: (target) => target.companionId,
  callSign: (target) => signOf(target.word),
  code: (target) => target.word,
  name: (target) => target.word,
  placeText: (target) => target.word,
  text: () => 'x',
  reason: () => 'a reason of ten letters',
  recipient: () => 'x',
  version: () => 1,
};

const day = '2026-01-31';
const names = { nameAr: 'س', nameEn: 'x', nameFr: 'x' };
const incidentType = {
  ...names,
  aliases: [],
  iccs: null,
  attempted: null,
  eido: null,
  priority: 3,
  origin: 'reported',
  requiredFields: [],
};
const landmark = { kind: 'landmark', longitude: 35.85, latitude: 34.43, radiusMetres: 50, aliases: [] };
const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();
const period = () => ({
  from: minutesAgo(2 * 1440).slice(0, 10),
  to: minutesAgo(-2 * 1440).slice(0, 10),
});

const has = (list: unknown, key: string, value: unknown): boolean =>
  Array.isArray(list) && list.some((one: Said) => one[key] === value);
const at = (said: unknown, ...path: string[]): unknown =>
  path.reduce((one, name) => (one as Said | undefined)?.[name], said);
const inItems = (said: Said, target: Target): boolean => has(said.items, 'incidentId', target.incidentId);
/** The second in which the target alone was created, in its room. */
const second = (target: Target) => ({ unitIds: [target.unitId], from: target.from, to: target.to });

/** The entry alone: that somebody read of it is an entry too, with the same subject. */
const logged = (target: Target) => ({ subjectId: target.word, action: 'test.trial', unitId: undefined });

const person: Call = { make: (things, target) => things.person(target) };
const child: Call = {
  make: (things, target) => things.child(target),
  input: (target) => ({ unitId: target.childId, ...names, population: null, typeCodes: [] }),
};
const run: Call = { make: (things, target, stranger) => things.run(target, stranger) };
const mapping: Call = { make: (things, target, stranger) => things.mapping(target, stranger) };
const file: Call = { make: (things, target) => things.file(target) };
const access: Call = { make: (things, target) => things.access(target) };
const companion: Call = { needs: ['companion'] };
const withThere: Call = { needs: ['companion'], ownFirst: true };
const involved: Call = { needs: ['involved'] };
/** A unit or patrol unit of one's own room goes to the room of the letter; where that is one's own, it comes from beside. */
const ownRoom = (target: Target): string => (target.code === 'TRI' ? 'AKK' : 'TRI');

const ofTwo: Call = { make: (things, target) => things.personOfTwo(target, ownRoom(target)) };
const lastDay: Call['input'] = () => ({ lastDay: day });
const password: Call['input'] = () => ({ password: 'a river in winter' });

export const calls: Record<string, Call> = {
  'administration.getMapAreas': { input: () => ({ version: undefined }) },
  'administration.changeLimits': { input: () => ({ limits: [{ priority: 1, was: null, responseMinutes: 10 }] }) },
  'administration.listSessions': {
    ...access,
    holds: (said, target) => has(said, 'sessionId', target.sessionId),
  },
  'administration.endOtherSessions': {
    ...access,
    holds: async (_said, target, things) => !(await things.hasSession(target.sessionId)),
  },
  'administration.createToken': {
    input: (target) => ({
      tokenId: uuidv7(),
      secretDigest: createHash('sha256').update(`${target.word} ${uuidv7()}`).digest('hex'),
      days: 1,
    }),
  },
  'administration.listTokens': { ...access, holds: (said, target) => has(said, 'tokenId', target.tokenId) },
  'administration.revokeToken': access,
  'administration.resetSecondFactor': person,
  'administration.resetSecondFactor (who serves there too)': ofTwo,
  'administration.searchPlaces': {
    make: (things, target) => things.place(target),
    input: (target) => ({ text: target.word, roomId: target.unitId }),
    holds: (said, target) => has(said.places, 'placeId', target.placeId),
  },
  'administration.listKeptPlaces': {
    make: (things, target) => things.place(target),
    holds: (said, target) => has(said.places, 'placeId', target.placeId),
  },
  'administration.listOwnPlaces': {
    make: (things, target) => things.place(target),
    tellsAll: true,
    input: () => ({ limit: 200 }),
    holds: (said, target) => has(said.items, 'placeId', target.placeId),
  },
  'administration.addPlace': { input: (target) => ({ ...landmark, nameEn: target.word }) },
  'administration.changePlace': {
    make: (things, target) => things.place(target),
    input: (target) => ({ ...landmark, nameEn: target.word }),
  },
  'administration.listAuditEntries': {
    make: (things, target) => things.entry(target, 'unit'),
    input: logged,
    holds: (said, target) => has(said.items, 'subjectId', target.word),
  },
  'administration.listAuditEntries (of who serves there)': {
    make: (things, target) => things.entry(target, 'person'),
    input: logged,
    holds: (said, target) => has(said.items, 'subjectId', target.word),
  },
  'administration.exportAuditEntries': {
    make: (things, target) => things.entry(target, 'unit'),
    input: logged,
    holds: (said) => said.rows === 1,
  },
  'administration.reportDisclosure': {
    input: () => ({ subject: 'overview.weeks', format: 'csv', rows: 1 }),
  },
  'administration.listUnits': { tellsAll: true, holds: (said, target) => has(said.units, 'unitId', target.unitId) },
  'administration.listUnitPosts': {
    make: (things, target) => things.person(target, { family: 'Aaa' }),
    input: () => ({ limit: 200, order: 'latin' }),
    holds: (said, target) => has(said.items, 'postId', target.postId),
  },
  'administration.listPatrolUnits': {
    make: (things, target) => things.patrol(target),
    input: () => ({ limit: 200 }),
    holds: (said, target) => has(said.items, 'patrolUnitId', target.patrolUnitId),
  },
  'administration.createUnit': {
    input: (target) => ({
      ...names,
      kind: childKind(target.code),
      code: codeOf(target.word),
      parentId: target.unitId,
      validFrom: day,
    }),
  },
  'administration.changeUnit': child,
  'administration.changeUnit (the unit itself)': {
    input: (target, things) => ({ ...names, population: null, typeCodes: things.typeCodesOf(target.code) }),
  },
  'administration.moveUnit': {
    make: child.make,
    input: (target, things) => ({ unitId: target.childId, parentId: things.beside(target.code), from: day }),
  },
  'administration.moveUnit (to there)': {
    make: (things, target) => things.child(target, ownRoom(target)),
    input: (target) => ({ unitId: target.childId, parentId: target.unitId, from: day }),
    beyond: ['unit.other_force'],
  },
  'administration.endUnit': { make: child.make, input: (target) => ({ unitId: target.childId, lastDay: day }) },
  'administration.cancelUnitPlan': {
    make: (things, target) => things.child(target, target.code, '2050-01-01'),
    input: (target) => ({ unitId: target.childId, plan: 'end' }),
  },
  'administration.listPatrolUnitChanges': { make: (things, target) => things.patrol(target) },
  'administration.putUnitArea': {
    make: child.make,
    input: (target) => ({ unitId: target.childId, geojson: square(35.85, 34.43, 0.01), from: day }),
  },
  'administration.changePatrolUnit': {
    make: (things, target) => things.patrol(target),
    input: () => ({ active: true }),
  },
  'administration.changePatrolUnit (to there)': {
    make: (things, target) => things.patrol(target, ownRoom(target)),
    input: () => ({ active: true }),
    beyond: ['unit.other_force'],
  },
  'administration.listPeople': {
    ...person,
    input: (target) => ({ search: target.word, unitId: undefined, roleId: undefined }),
    holds: (said, target) => has(said.items, 'personId', target.personId),
  },
  'administration.getPerson': person,
  'administration.getPerson (who serves there too)': ofTwo,
  'administration.createPerson': {
    input: (target) => ({
      personId: uuidv7(),
      nameAr: 'س',
      nameLatin: 'x',
      post: { postId: uuidv7(), roleId: target.roleId, unitId: target.unitId, validFrom: day },
    }),
  },
  'administration.changePerson': {
    ...person,
    input: () => ({ nameAr: 'س', nameLatin: 'x', serviceNumber: '1', language: 'ar' }),
  },
  'administration.setAccount': { ...person, input: password },
  'administration.setAccount (who serves there too)': { ...ofTwo, input: password },
  'administration.lockAccount': person,
  'administration.unlockAccount': { make: (things, target) => things.person(target, { locked: true }) },
  'administration.revokePersonToken': person,
  'administration.resumePerson': { make: (things, target) => things.person(target, { ended: true }) },
  'administration.endPerson': { ...person, input: lastDay },
  'administration.endPerson (who serves there too)': { ...ofTwo, input: lastDay },
  'administration.grantPost': {
    ...person,
    input: (target) => ({ postId: uuidv7(), roleId: target.roleId, validFrom: day }),
  },
  'administration.grantPost (to there)': {
    make: async (things, target) => {
      const own = { ...target, unitId: things.unit(ownRoom(target)) };
      await things.person(own);
      Object.assign(target, { personId: own.personId });
    },
    input: (target) => ({ postId: uuidv7(), roleId: target.roleId, validFrom: day }),
  },
  'administration.endPost': { ...person, input: (target) => ({ postId: target.postId, lastDay: day }) },
  'administration.endPost (who serves elsewhere too)': {
    ...ofTwo,
    input: (target) => ({ postId: target.postId, lastDay: day }),
  },
  'administration.createRole': { input: () => ({ ...names, rights: [] }) },
  'administration.changeRole': {
    make: (things, target) => things.list(target, 'role'),
    input: () => ({ ...names, rights: [], active: true }),
  },
  'administration.createType': { input: () => ({ ...incidentType, parentId: null }) },
  'administration.changeType': {
    make: (things, target) => things.list(target, 'incident_type'),
    input: () => ({ ...incidentType, active: true }),
  },
  'administration.createDisposition': { input: () => ({ ...names, offenceRecorded: false }) },
  'administration.changeDisposition': {
    make: (things, target) => things.list(target, 'disposition'),
    input: () => ({ ...names, offenceRecorded: false, active: true }),
  },
  'incidents.logIncident': { input: () => ({ incidentId: uuidv7() }) },
  'incidents.getBoard': { holds: (said, target) => has(said.incidents, 'incidentId', target.incidentId) },
  'incidents.findLikelyDuplicates': {
    input: (target) => ({ placeText: target.word }),
    holds: (said, target) => has(said.incidents, 'incidentId', target.incidentId),
  },
  'incidents.listIncidents': { input: second, holds: inItems },
  'incidents.countIncidents': { input: second, holds: (said) => said.count === 1 },
  'incidents.searchIncidents': { input: (target) => ({ ...second(target), words: target.word }), holds: inItems },
  'incidents.assignUnit': { needs: ['patrol'], input: () => ({ assignmentId: uuidv7() }) },
  'incidents.assignUnit (a unit of there)': {
    needs: ['patrol'],
    ownFirst: true,
    input: () => ({ assignmentId: uuidv7() }),
    beyond: ['unit.not_of_room'],
  },
  'incidents.moveAssignment': { needs: ['assignment'], input: () => ({ to: 'acknowledged' }) },
  'incidents.leadAssignment': { needs: ['assignment'] },
  'incidents.moveIncident': { input: () => ({ to: 'resolved' }) },
  'incidents.changeIncident': { input: () => ({ changes: { narrative: 'changed' } }) },
  'incidents.addClock': { input: () => ({ clock: 'call_started', at: minutesAgo(50) }) },
  'incidents.correctClock': {
    needs: ['clock'],
    input: (target) => ({ replaces: target.clockId, at: minutesAgo(45) }),
  },
  'incidents.mergeIncident': companion,
  'incidents.mergeIncident (into one there)': withThere,
  'incidents.linkIncidents': companion,
  'incidents.linkIncidents (with one there)': withThere,
  'incidents.unlinkIncidents': { needs: ['companion', 'tie'] },
  'incidents.setParent': companion,
  'incidents.setParent (under one there)': withThere,
  'incidents.recordPerson': { input: () => ({ involvement: 'witness', name: 'x', corrects: undefined }) },
  'incidents.recordVehicle': { input: () => ({ involvement: 'other', plate: 'x', corrects: undefined }) },
  'incidents.withdrawInvolved': {
    ...involved,
    input: (target) => ({ kind: 'person', corrects: target.involvedId, involvedId: uuidv7() }),
  },
  'incidents.getInvolved': { ...involved, holds: (said) => has(said.people, 'name', 'x') },
  'incidents.withdrawAttachment': { needs: ['attachment'] },
  'analysis.getOverview': {
    tellsAll: true,
    input: () => ({ filters: period(), h3Resolution: 7 }),
    holds: (said, target) => {
      const rows = at(said, 'rooms', 'result', 'rows') as { keys: { room: number }; count: number }[];
      return rows.some(({ keys, count }) => keys.room === target.unitId && count > 0);
    },
  },
  'analysis.runMeasure': {
    input: (target) => ({
      measure: { what: 'incidents', statistic: 'count', filters: { ...period(), units: [target.unitId] } },
    }),
    holds: (said) => Number(at(said, 'result', 'total', 'value')) > 0,
  },
  'sync.listMappings': { ...mapping, holds: (said, target) => has(said, 'name', target.word) },
  'sync.getMapping': mapping,
  'sync.saveMapping': { ...mapping, input: (target, things) => ({ mapping: things.mappingOf(target) }) },
  'sync.deleteMapping': mapping,
  'sync.describeFile': file,
  'sync.judgeMapping': { ...file, input: (target, things) => ({ mapping: things.mappingOf(target) }) },
  'sync.previewImport': { ...file, input: () => ({ mapping: 'nyc-thefts' }) },
  'sync.startImport': { ...file, input: () => ({ importId: uuidv7(), mapping: 'nyc-thefts', dryRun: true }) },
  'sync.getImport': run,
  'sync.listImports': {
    ...run,
    input: () => ({ limit: 200 }),
    holds: (said, target) => has(said.items, 'importId', target.importId),
  },
  'sync.listRefusedRows': { ...run, holds: (said, target) => has(said.items, 'value', target.word) },
  'sync.cancelImport': run,
};

interface Schema {
  shape?: Record<string, { safeParse(value: unknown): { success: boolean } }>;
}

/** The input of a row for a target: fields by their names, new ids for ids, and what is special about it. */
export function inputOf(name: string, schema: Schema | undefined, target: Target, things: Things): object | undefined {
  if (!schema) return undefined;
  const byName = Object.entries(schema.shape ?? {}).flatMap(([field, one]) => {
    // What may be left out is left out but for the area; an id that is the client's to make is made.
    const optional = one.safeParse(undefined).success;
    if (fields[field] && !(optional && field !== 'unitId' && field !== 'roomId'))
      return [[field, fields[field](target)]];
    if (optional) return [];
    return field.endsWith('Id') ? [[field, uuidv7()]] : [];
  });
  return { ...Object.fromEntries(byName), ...calls[name]?.input?.(target, things) };
}
