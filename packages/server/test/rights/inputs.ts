// What each operation is called with. Most inputs are put together from the names of their fields; only what a name does
// not say stands below under the name of the operation.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { v7 as uuidv7 } from 'uuid';
import type { Target } from './targets.ts';

type Fields = Record<string, (target: Target) => unknown>;

/** A value for a field of this name, in whichever operation it stands. */
const fields: Fields = {
  commandId: () => uuidv7(),
  incidentId: (target) => target.incidentId,
  roomId: (target) => target.roomId,
  unitId: (target) => target.roomId,
  forceId: (target) => target.forceId,
  typeId: (target) => target.typeId,
  patrolUnitId: (target) => target.patrolUnitId,
  otherId: (target) => target.companionId,
  intoId: (target) => target.companionId,
  parentId: (target) => target.companionId,
  placeText: () => 'x',
  text: () => 'x',
  name: () => 'x',
  reason: () => 'a reason of ten letters',
  recipient: () => 'x',
  version: () => 1,
};

/** Nobody and nothing: who may do it is told that it is not there, and the cast of the table stays as it is. */
const nothing = 999_999_999;
const day = '2026-01-01';
const names = { nameAr: 'س', nameEn: 'x', nameFr: 'x' };
const incidentType = {
  aliases: [],
  iccs: null,
  attempted: null,
  eido: null,
  priority: 3,
  origin: 'reported',
  requiredFields: [],
};
const place = { ...names, kind: 'landmark', longitude: 35.85, latitude: 34.43, radiusMetres: 50, aliases: [] };

/** Inputs that the names of their fields do not give; `{}` of these is added to what the names give. */
const special: Record<string, (target: Target) => object> = {
  'administration.createToken': () => ({
    tokenId: uuidv7(),
    secretDigest: createHash('sha256').update(uuidv7()).digest('hex'),
    days: 1,
  }),
  'administration.createUnit': () => ({ ...names, kind: 'station', code: 'X', parentId: nothing, validFrom: day }),
  'administration.changeUnit': () => ({ ...names, unitId: nothing, population: null, typeCodes: [] }),
  'administration.moveUnit': () => ({ unitId: nothing, parentId: nothing, from: day }),
  'administration.endUnit': () => ({ unitId: nothing, lastDay: day }),
  'administration.cancelUnitPlan': () => ({ unitId: nothing, plan: 'move' }),
  'administration.listPatrolUnitChanges': () => ({ patrolUnitId: nothing }),
  'administration.listTypeChanges': () => ({ typeId: nothing }),
  'administration.putUnitArea': () => ({ unitId: nothing, geojson: {}, from: day }),
  'administration.addPatrolUnit': () => ({ callSign: 'X-1', homeId: nothing }),
  'administration.changePatrolUnit': () => ({ callSign: 'X-1', homeId: nothing, patrolUnitId: nothing, active: true }),
  'administration.listPeople': () => ({ unitId: undefined }),
  'administration.createPerson': () => ({
    ...names,
    nameLatin: 'x',
    post: { postId: uuidv7(), roleId: nothing, unitId: nothing, validFrom: day },
  }),
  'administration.changePerson': () => ({ ...names, nameLatin: 'x', serviceNumber: '1', language: 'ar' }),
  'administration.setAccount': () => ({ password: 'a river in winter' }),
  'administration.endPerson': () => ({ lastDay: day }),
  'administration.grantPost': () => ({ postId: uuidv7(), roleId: nothing, unitId: nothing, validFrom: day }),
  'administration.endPost': () => ({ lastDay: day }),
  'administration.listRoleChanges': () => ({ roleId: nothing }),
  'administration.createRole': () => ({ ...names, code: 'x_y', rights: [] }),
  'administration.changeRole': () => ({ ...names, roleId: nothing, rights: [], active: true }),
  'administration.createType': () => ({ ...names, ...incidentType, code: 'x_y', parentId: nothing }),
  'administration.changeType': () => ({ ...names, ...incidentType, typeId: nothing, active: true }),
  'administration.createDisposition': () => ({ ...names, code: 'x_y', offenceRecorded: false }),
  'administration.changeDisposition': () => ({
    ...names,
    dispositionId: nothing,
    offenceRecorded: false,
    active: true,
  }),
  'administration.changeLimits': () => ({
    forceId: nothing,
    limits: [{ priority: 1, was: null, responseMinutes: 10 }],
  }),
  'administration.addPlace': () => place,
  'administration.changePlace': () => ({ ...place, placeId: nothing }),
  'administration.reportDisclosure': () => ({ subject: 'overview.weeks', format: 'csv', rows: 1, unitId: undefined }),
  'administration.getMapAreas': () => ({ version: undefined }),
  'incidents.listIncidents': (target) => ({ unitIds: [target.roomId] }),
  'incidents.countIncidents': (target) => ({ unitIds: [target.roomId] }),
  'incidents.searchIncidents': (target) => ({ unitIds: [target.roomId], words: 'x' }),
  'incidents.moveAssignment': (target) => ({ assignmentId: target.assignmentId, to: 'acknowledged' }),
  'incidents.leadAssignment': (target) => ({ assignmentId: target.assignmentId }),
  'incidents.moveIncident': () => ({ to: 'resolved' }),
  'incidents.changeIncident': () => ({ changes: { narrative: 'changed' } }),
  'incidents.addClock': () => ({ clock: 'call_started', at: new Date(Date.now() - 50 * 60_000).toISOString() }),
  'incidents.correctClock': (target) => ({
    replaces: target.clockId,
    at: new Date(Date.now() - 45 * 60_000).toISOString(),
  }),
  'incidents.recordPerson': () => ({ involvement: 'witness', corrects: undefined }),
  'incidents.recordVehicle': () => ({ involvement: 'other', plate: 'x', corrects: undefined }),
  'incidents.withdrawAttachment': (target) => ({ attachmentId: target.attachmentId }),
  'incidents.withdrawInvolved': (target) => ({ kind: 'person', corrects: target.involvedId }),
  'analysis.getOverview': () => ({ filters: period, h3Resolution: 7 }),
  'analysis.runMeasure': () => ({ measure: { what: 'incidents', statistic: 'count', filters: period } }),
  'sync.previewImport': () => ({ mapping: 'sf-fire' }),
  'sync.saveMapping': () => ({ name: 'table-of-rights', version: 0, mapping: shippedMapping() }),
  'sync.judgeMapping': () => ({ mapping: shippedMapping() }),
  'sync.startImport': () => ({ mapping: 'sf-fire', dryRun: true }),
};
const shippedMapping = (): object =>
  JSON.parse(
    readFileSync(new URL('../../src/capabilities/sync/mappings/nyc-thefts.json', import.meta.url), 'utf8'),
  ) as object;
const period = { from: '2026-01-01', to: '2026-02-01' };

interface Schema {
  shape?: Record<string, { safeParse(value: unknown): { success: boolean } }>;
}

/** The input of an operation for a target: fields by their names, new ids for ids, and what is special about it. */
export function inputOf(operation: string, schema: Schema | undefined, target: Target): object | undefined {
  if (!schema) return undefined;
  const byName = Object.entries(schema.shape ?? {}).flatMap(([name, field]) => {
    if (fields[name]) return [[name, fields[name](target)]];
    // What may be left out is left out; an id that is the client's to make is made.
    if (field.safeParse(undefined).success) return [];
    return name.endsWith('Id') ? [[name, uuidv7()]] : [];
  });
  return { ...Object.fromEntries(byName), ...special[operation]?.(target) };
}
