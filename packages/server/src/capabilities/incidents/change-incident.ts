import type { contract } from '@marsad/contract';
import type { IncidentChanges } from '@marsad/contract/incidents/change-incident.ts';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { v7 as uuidv7 } from 'uuid';
import { refuse } from '../../platform/operations/refuse.ts';
import type { CommandContext } from '../../platform/operations/run-command.ts';
import { h3CellOf } from '../../platform/places/cells.ts';
import type { Organisation } from '../administration/index.ts';
import { insertClock, type LockedIncident } from './change-store.ts';
import { changedSince, insertFieldChanges, updateFields } from './correct-store.ts';
import { dueAtOf } from './due-at.ts';
import { judgePlace, judgeTimes, judgeWhere } from './judge-input.ts';
import { report, takeCorrectable, tell, tellLeft } from './take-incident.ts';

type Operation = typeof contract.incidents.changeIncident;
type Input = InputOf<Operation>;

// What the wire calls a field, and what its column, its history and its conflicts are called.
const columns = {
  typeId: 'type_id',
  priority: 'priority',
  placeText: 'place_text',
  placeId: 'place_id',
  longitude: 'longitude',
  latitude: 'latitude',
  positionSource: 'position_source',
  radiusMetres: 'radius_metres',
  narrative: 'narrative',
  origin: 'origin',
  channel: 'channel',
  occurredFrom: 'occurred_from',
  occurredTo: 'occurred_to',
  stationId: 'station_id',
} as const satisfies Partial<Record<keyof LockedIncident, string>>;
type Field = keyof typeof columns;
type Values = Partial<Pick<LockedIncident, Field>>;

/** Changes fields of an incident with their history; a new type or priority is a re-grade and keeps its own clock. */
export function changeIncident(organisation: Organisation) {
  return async (context: CommandContext, input: Input): Promise<OutputOf<Operation>> => {
    const { tx, now } = context;
    const incident = await takeCorrectable(context, input.incidentId);
    const wanted = wantedValues(incident, input.changes);
    const changed = (Object.keys(wanted) as Field[]).filter((field) => !same(incident[field], wanted[field]));
    if (changed.length === 0) refuse('UNPROCESSABLE_CONTENT', 'incident.unchanged', { field: 'changes' });
    await refuseChangedMeanwhile(context, input, changed);
    judge(organisation, incident, { ...incident, ...wanted }, changed, now);
    if (changed.includes('placeId')) await judgePlace(tx, wanted.placeId, incident.forceId, 'changes.placeId');
    const regrade = changed.includes('typeId') || changed.includes('priority');
    if (regrade && !input.reason) refuse('UNPROCESSABLE_CONTENT', 'incident.reason_missing', { field: 'reason' });

    const version = await updateFields(
      tx,
      input.incidentId,
      {
        ...Object.fromEntries(changed.map((field) => [columns[field], wanted[field] ?? null])),
        ...derived(organisation, { ...incident, ...wanted }, changed),
      },
      now,
    );
    const changes = changed.map((field) => ({
      incident_id: input.incidentId,
      change_id: uuidv7(),
      field: columns[field],
      old_value: JSON.stringify(incident[field]),
      new_value: JSON.stringify(wanted[field] ?? null),
      author_id: context.actor.personId,
      reason: input.reason || null,
      command_id: context.commandId,
      version,
      at: now,
    }));
    await insertFieldChanges(tx, changes);
    const after = {
      ...incident,
      typeId: wanted.typeId ?? incident.typeId,
      stationId: wanted.stationId === undefined ? incident.stationId : wanted.stationId,
    };
    if (regrade) await tellRegrade(context, organisation, incident, wanted, input);
    const corrected = changed.filter((field) => field !== 'typeId' && field !== 'priority');
    if (corrected.length > 0) {
      const fields = corrected.map((field) => columns[field]);
      const text = regrade ? null : input.reason || null;
      await tell(context, after, { kind: 'correction', text, data: { fields } });
    }
    report(
      context,
      after,
      regrade ? 'regraded' : 'corrected',
      changes.map((change) => change.field),
      input,
    );
    if (changed.includes('typeId') || changed.includes('stationId')) tellLeft(context, incident);
    return { version, changed };
  };
}

function wantedValues(incident: LockedIncident, changes: IncidentChanges): Values {
  const { addToNarrative, ...fields } = changes;
  const wanted = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Values;
  if (addToNarrative !== undefined) {
    const before = wanted.narrative ?? incident.narrative;
    wanted.narrative = before ? `${before}\n${addToNarrative}` : addToNarrative;
    if (wanted.narrative.length > 8000)
      refuse('UNPROCESSABLE_CONTENT', 'text.too_long', { field: 'changes.addToNarrative' });
  }
  // A position that goes takes with it how it was made; one that comes was pinned unless it says otherwise.
  if (wanted.longitude === null && wanted.latitude === null) {
    wanted.positionSource = null;
    wanted.radiusMetres = null;
  } else if (wanted.longitude !== undefined) wanted.positionSource ??= 'pin';
  return wanted;
}

function same(before: unknown, after: unknown): boolean {
  const isInstant = typeof before === 'string' && typeof after === 'string' && /^\d{4}-\d\d-\d\dT/.test(before);
  return isInstant ? Date.parse(before) === Date.parse(after) : before === after;
}

/** What somebody else changed since the person looked is for the person to decide: who, and which fields. */
async function refuseChangedMeanwhile(context: CommandContext, input: Input, changed: Field[]): Promise<void> {
  // An addition stands under whatever the narrative has become.
  const addsOnly = input.changes.addToNarrative !== undefined && input.changes.narrative === undefined;
  const names = changed.filter((field) => !(addsOnly && field === 'narrative')).map((field) => columns[field]);
  if (names.length === 0) return;
  const { actor, tx } = context;
  // One's own waiting changes were all made on the version seen before the link went: they follow each other.
  const since = await changedSince(tx, input.incidentId, { version: input.version, notBy: actor.personId }, names);
  if (since.length === 0) return;
  const person = (actor.language === 'ar' ? since[0]?.nameAr : since[0]?.nameLatin) ?? '';
  const fields = [...new Set(since.map((one) => one.field))].join(', ');
  refuse('CONFLICT', 'incident.changed_meanwhile', { field: 'version', parameters: { person, fields } });
}

function judge(
  organisation: Organisation,
  before: LockedIncident,
  after: LockedIncident,
  changed: Field[],
  now: Date,
): void {
  if (changed.includes('typeId')) {
    const type = organisation.findType(after.typeId);
    if (!type?.active || !type.selectable)
      refuse('UNPROCESSABLE_CONTENT', 'incident.type', { field: 'changes.typeId' });
  }
  if (changed.includes('longitude') || changed.includes('latitude')) {
    const force = organisation.findUnit(before.forceId);
    judgeWhere(
      { longitude: after.longitude ?? undefined, latitude: after.latitude ?? undefined },
      force?.bounds ?? null,
    );
  }
  if (changed.includes('occurredFrom') || changed.includes('occurredTo'))
    judgeTimes({ occurredFrom: after.occurredFrom ?? undefined, occurredTo: after.occurredTo ?? undefined }, now);
  if (changed.includes('stationId') && after.stationId !== null) {
    const station = organisation.findUnit(after.stationId);
    if (station?.kind !== 'station' || station.forceId !== before.forceId || station.validTo !== null)
      refuse('UNPROCESSABLE_CONTENT', 'incident.station', { field: 'changes.stationId' });
  }
}

function derived(organisation: Organisation, after: LockedIncident, changed: Field[]) {
  const { longitude, latitude } = after;
  const moved = changed.includes('longitude') || changed.includes('latitude');
  const regrade = changed.includes('typeId') || changed.includes('priority');
  return {
    ...(moved && { h3_cell: longitude === null || latitude === null ? null : h3CellOf(longitude, latitude) }),
    ...(regrade && { due_at: dueAtOf(organisation, after) }),
  };
}

async function tellRegrade(
  context: CommandContext,
  organisation: Organisation,
  incident: LockedIncident,
  wanted: Values,
  input: Input,
): Promise<void> {
  const codeOf = (typeId: number) => organisation.findType(typeId)?.code ?? null;
  const typeId = wanted.typeId ?? incident.typeId;
  const priority = wanted.priority ?? incident.priority;
  await insertClock(context.tx, {
    incident_id: input.incidentId,
    clock_id: uuidv7(),
    clock: 'classified',
    at: context.madeAt,
    author_id: context.actor.personId,
    source: 'person',
    reason: input.reason ?? null,
    made_at: context.madeAt,
    received_at: context.now,
  });
  await tell(context, incident, {
    kind: 'regrade',
    text: input.reason ?? null,
    data: {
      ...(priority !== incident.priority && { priority: { from: incident.priority, to: priority } }),
      ...(typeId !== incident.typeId && { typeCode: { from: codeOf(incident.typeId), to: codeOf(typeId) } }),
    },
  });
}
