import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { v7 as uuidv7 } from 'uuid';
import { refuse } from '../../platform/operations/refuse.ts';
import type { CommandContext } from '../../platform/operations/run-command.ts';
import { h3CellOf } from '../../platform/places/cells.ts';
import { boardKinds, isEnded, type Organisation, type Unit } from '../administration/index.ts';
import { dueAtOf } from './due-at.ts';
import { judgePlace, judgeTimes, judgeWhere } from './judge-input.ts';
import { findParent } from './link-store.ts';
import { insertFirstRecords, insertIncident, requestJobAt, takeSerial } from './store.ts';

type Operation = typeof contract.incidents.logIncident;
type Input = InputOf<Operation>;

/** Logs an incident: row, number, call, clocks, first entry, people, in the transaction of the command. */
export function logIncident(organisation: Organisation) {
  return async (context: CommandContext, input: Input): Promise<OutputOf<Operation>> => {
    const { tx, actor, madeAt, now } = context;
    const room = findBoardRoom(organisation, input.roomId, madeAt);
    const force = organisation.findUnit(room.forceId) ?? room;
    const type = organisation.findType(input.typeId);
    if (!type?.active || !type.selectable) refuse('UNPROCESSABLE_CONTENT', 'incident.type', { field: 'typeId' });
    judgeWhere(input, force.bounds);
    judgeTimes(input, now);
    await judgePlace(tx, input.placeId, room.forceId, 'placeId');

    await judgeParent(context, input.parentId);
    judgeSchedule(input.scheduledFor, now);
    const priority = input.priority ?? type.priority;
    const createdAt = madeAt;
    const scheduledFor = input.scheduledFor ?? null;
    const timed = {
      forceId: room.forceId,
      typeId: type.typeId,
      priority,
      createdAt: createdAt.toISOString(),
      scheduledFor,
    };
    const number = await nextNumber(context, room, createdAt);
    await insertIncident(tx, {
      incident_id: input.incidentId,
      number,
      force_id: room.forceId,
      room_id: room.unitId,
      type_id: type.typeId,
      priority,
      status: scheduledFor ? 'scheduled' : 'open',
      origin: input.origin ?? type.origin,
      channel: input.channel,
      narrative: input.narrative,
      place_text: input.placeText,
      place_id: input.placeId ?? null,
      longitude: input.longitude ?? null,
      latitude: input.latitude ?? null,
      position_source: input.longitude === undefined ? null : (input.positionSource ?? 'pin'),
      radius_metres: input.radiusMetres ?? null,
      h3_cell:
        input.longitude === undefined || input.latitude === undefined
          ? null
          : h3CellOf(input.longitude, input.latitude),
      occurred_from: input.occurredFrom ?? null,
      occurred_to: input.occurredTo ?? null,
      call_started_at: input.callStartedAt ?? null,
      answered_at: input.answeredAt ?? null,
      created_at: createdAt,
      queued_at: createdAt,
      due_at: dueAtOf(organisation, timed),
      scheduled_for: scheduledFor,
      parent_id: input.parentId ?? null,
      created_by: actor.personId,
      made_at: madeAt,
      received_at: now,
      changed_at: now,
    });
    await insertFirstRecords(tx, firstRecords(context, input, room, type.code, priority, createdAt));
    if (scheduledFor !== null) {
      const payload = { incidentId: input.incidentId, personId: actor.personId };
      await requestJobAt(tx, 'open_scheduled', payload, `open-${input.incidentId}`, scheduledFor);
    }
    context.audit({
      kind: 'collection',
      action: 'incident.log',
      subjectKind: 'incident',
      subjectId: input.incidentId,
      unitId: room.unitId,
      fields: Object.keys(input).filter((field) => input[field as keyof Input] !== undefined),
      values: input,
    });
    context.emit({
      kind: 'incident.logged',
      incidentId: input.incidentId,
      forceId: room.forceId,
      roomId: room.unitId,
      typeId: type.typeId,
      createdBy: actor.personId,
    });
    return { incidentId: input.incidentId, number, version: 1 };
  };
}

const longestScheduleMilliseconds = 400 * 86_400_000;

function judgeSchedule(at: string | undefined, now: Date): void {
  if (at === undefined) return;
  const ahead = Date.parse(at) - now.getTime();
  if (!(ahead <= longestScheduleMilliseconds))
    refuse('UNPROCESSABLE_CONTENT', 'incident.schedule', { field: 'scheduledFor' });
}

/** A parent must be there, and be nobody's child itself. */
async function judgeParent(context: CommandContext, parentId: string | undefined): Promise<void> {
  if (parentId === undefined) return;
  const parent =
    (await findParent(context.tx, parentId)) ?? refuse('NOT_FOUND', 'incident.not_found', { field: 'parentId' });
  if (parent.parentId !== null) refuse('UNPROCESSABLE_CONTENT', 'link.parent_is_child', { field: 'parentId' });
}

function findBoardRoom(organisation: Organisation, roomId: number, at: Date): Unit {
  const room = organisation.findUnit(roomId);
  if (!room || !boardKinds.includes(room.kind) || isEnded(room, at)) {
    refuse('UNPROCESSABLE_CONTENT', 'room.unknown', { field: 'roomId' });
  }
  return room;
}

async function nextNumber(context: CommandContext, room: Unit, createdAt: Date): Promise<string> {
  const year = Number(new Intl.DateTimeFormat('en', { timeZone: room.timeZone, year: '2-digit' }).format(createdAt));
  const serial = await takeSerial(context.tx, room.unitId, year);
  return `${room.code}-${String(year).padStart(2, '0')}-${String(serial).padStart(6, '0')}`;
}

function firstRecords(
  context: CommandContext,
  input: Input,
  room: Unit,
  typeCode: string,
  priority: number,
  createdAt: Date,
) {
  const { actor, madeAt, now } = context;
  const stamp = { incident_id: input.incidentId, author_id: actor.personId, made_at: madeAt, received_at: now };
  const clock = (name: string, at: Date | string) => ({
    ...stamp,
    clock_id: uuidv7(),
    clock: name,
    at,
    source: 'person',
  });
  return {
    incidentId: input.incidentId,
    call: {
      incident_id: input.incidentId,
      call_id: uuidv7(),
      channel: input.channel,
      started_at: input.callStartedAt ?? null,
      answered_at: input.answeredAt ?? null,
      taken_by: actor.personId,
      made_at: madeAt,
      received_at: now,
    },
    clocks: [
      ...(input.callStartedAt ? [clock('call_started', input.callStartedAt)] : []),
      ...(input.answeredAt ? [clock('answered', input.answeredAt)] : []),
      clock('created', createdAt),
      clock('classified', createdAt),
      clock('queued', createdAt),
    ],
    entries: [
      {
        ...stamp,
        entry_id: uuidv7(),
        kind: 'logged',
        room_id: room.unitId,
        text: input.narrative || null,
        data: JSON.stringify({ typeCode, priority, channel: input.channel }),
      },
    ],
    people: input.people.map((person) => ({
      incident_id: input.incidentId,
      involved_id: person.involvedId,
      involvement: person.involvement,
      name: person.name ?? null,
      telephone: person.telephone ?? null,
      details: person.details ?? null,
      added_by: actor.personId,
      made_at: madeAt,
      received_at: now,
    })),
  };
}
