// A chunk of an import is one command: one transaction, one audit row, one range of events. Nothing in it goes row by row.
import type { ImportMapping } from '@marsad/contract/sync/mapping.ts';
import { v7 as uuidv7 } from 'uuid';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import { setScope } from '../../../platform/operations/set-scope.ts';
import type { Organisation, Unit } from '../../administration/index.ts';
import type { IncidentDraft } from '../read/compile-mapping.ts';
import {
  findPeoplesChanges,
  insertAll,
  type KnownAssignment,
  type KnownIncident,
  lockKnown,
  newestClocks,
  type PeoplesChange,
  setFirstClocks,
  takePatrolUnits,
  updateAssignments,
  updateIncidents,
} from '../store.ts';
import { noFirstClocks, setFirstClocksOfNew } from './first-clocks.ts';
import { collectUnits, type ForceUnits } from './force-units.ts';
import { numberIncidents } from './number-incidents.ts';
import { assignmentColumnsOfPeople, columnsOfPeople, keepPeoples } from './peoples-work.ts';
import {
  assignmentValues,
  changedColumns,
  incidentDigest,
  incidentValues,
  type Resolved,
  type Row,
  responseDigest,
} from './source-rows.ts';

export interface Chunk {
  importId: string;
  mapping: ImportMapping;
  force: Unit;
  drafts: readonly IncidentDraft[];
  /** Whether an earlier chunk of this run wrote the incident of a key: of rows that differ in one file the first counts. */
  wasSeen(sourceKey: string): boolean;
}

export interface ChunkCounts {
  accepted: number;
  unchanged: number;
  incidents: number;
  assignments: number;
  /** Rows of which something was left as people had made it since. */
  kept: number;
  /** Rows that cannot be written, by their place in `drafts`. */
  refused: { index: number; reason: string; value: string }[];
}

interface Work {
  incidents: Row[];
  corrected: Row[];
  assignments: Row[];
  correctedAssignments: Row[];
  clocks: Row[];
  entries: Row[];
  changes: Row[];
  /** Incidents touched, with what an event says of their area. */
  touched: Map<string, Row>;
  /** Those that stood already and gained or changed an assignment alone. */
  bumped: Set<string>;
  reclocked: { incidentId: string; assignmentId: string | null; clock: string; at: string }[];
}

/** Writes a chunk within its command. Returns what it made; the same rows again make nothing, and what people
 * changed since stays as it is. */
export async function writeChunk(
  context: CommandContext,
  organisation: Organisation,
  chunk: Chunk,
): Promise<ChunkCounts> {
  const { tx, actor, scope } = context;
  // To tell what changed, an import must read back what imports wrote: the area of the right to import, nothing more.
  await setScope(tx, actor, { write: scope, read: scope, action: scope, actionName: context.permission });
  const units = await collectUnits(context, organisation, chunk.force);
  const keys = [...new Set(chunk.drafts.map((draft) => draft.sourceKey))];
  const known = await lockKnown(tx, chunk.force.unitId, keys);
  const patrolUnits = await takePatrolUnits(tx, chunk.force.unitId, firstSeen(chunk, units));
  const ofPeople = Map.groupBy(
    await findPeoplesChanges(
      tx,
      known.incidents.map((one) => one.incidentId),
    ),
    (change) => change.incidentId,
  );
  const judge = new ChunkJudge(context, organisation, chunk, units, known, patrolUnits, ofPeople);
  const counts: ChunkCounts = { accepted: 0, unchanged: 0, incidents: 0, assignments: 0, kept: 0, refused: [] };
  for (const [index, draft] of chunk.drafts.entries()) judge.take(draft, index, counts);
  const { work } = judge;
  await numberIncidents(context, work.incidents, units);
  setFirstClocksOfNew(work.incidents, work.assignments);
  await insertAll(tx, 'incident', work.incidents);
  await updateIncidents(tx, work.corrected);
  await insertAll(tx, 'assignment', work.assignments);
  await updateAssignments(tx, work.correctedAssignments);
  const newest = await newestClocks(tx, [...new Set(work.reclocked.map((one) => one.incidentId))]);
  for (const one of work.reclocked) {
    const replaces = newest.get(`${one.incidentId}/${one.assignmentId ?? ''}/${one.clock}`) ?? null;
    judge.clock(one.incidentId, one.assignmentId, one.clock, one.at, replaces);
  }
  await insertAll(tx, 'incident_clock', work.clocks);
  await insertAll(tx, 'timeline_entry', work.entries);
  await insertAll(tx, 'field_change', work.changes);
  const stood = [...work.touched.keys()].filter((id) => !judge.made.has(id));
  if (stood.length > 0) await setFirstClocks(tx, stood, [...work.bumped], context.now);
  for (const [incidentId, row] of work.touched) {
    context.emit({
      kind: 'incident.imported',
      incidentId,
      forceId: chunk.force.unitId,
      roomId: Number(row.room_id),
      stationId: row.station_id === null ? null : Number(row.station_id),
      typeId: Number(row.type_id),
      createdBy: null,
    });
  }
  context.audit({
    kind: 'collection',
    action: 'sync.import_chunk',
    subjectKind: 'import',
    subjectId: chunk.importId,
    unitId: chunk.force.unitId,
    fields: ['incident', 'assignment'],
    values: keys,
  });
  return counts;
}

function firstSeen(chunk: Chunk, units: ForceUnits) {
  const seen = new Map<string, { roomId: number; callSign: string }>();
  for (const { response, roomCode } of chunk.drafts) {
    const room = units.rooms.get(roomCode);
    if (response && room && !seen.has(response.callSign)) {
      seen.set(response.callSign, { roomId: room.unitId, callSign: response.callSign });
    }
  }
  return [...seen.values()];
}

const clockColumns = ['call_started', 'answered', 'created', 'queued', 'resolved', 'closed'] as const;
const clockOfColumn = new Map<string, string>([
  ...clockColumns.map((name) => [`${name}_at`, name] as const),
  ...['assigned', 'acknowledged', 'en_route', 'on_scene', 'transport_started', 'transport_arrived', 'cleared'].map(
    (name) => [`${name}_at`, name] as const,
  ),
]);

class ChunkJudge {
  readonly work: Work = {
    incidents: [],
    corrected: [],
    assignments: [],
    correctedAssignments: [],
    clocks: [],
    entries: [],
    changes: [],
    touched: new Map(),
    bumped: new Set(),
    reclocked: [],
  };
  private readonly context: CommandContext;
  private readonly organisation: Organisation;
  private readonly chunk: Chunk;
  private readonly units: ForceUnits;
  private readonly patrolUnits: ReadonlyMap<string, number>;
  private readonly incidents: Map<string, KnownIncident>;
  private readonly assignments: Map<string, KnownAssignment>;
  private readonly types: Map<string, number>;
  private readonly seen = new Set<string>();
  private readonly ofPeople: ReadonlyMap<string, PeoplesChange[]>;
  readonly made = new Set<string>();
  private kept = 0;

  constructor(
    context: CommandContext,
    organisation: Organisation,
    chunk: Chunk,
    units: ForceUnits,
    known: { incidents: KnownIncident[]; assignments: KnownAssignment[] },
    patrolUnits: ReadonlyMap<string, number>,
    ofPeople: ReadonlyMap<string, PeoplesChange[]>,
  ) {
    this.context = context;
    this.organisation = organisation;
    this.chunk = chunk;
    this.units = units;
    this.patrolUnits = patrolUnits;
    this.incidents = new Map(known.incidents.map((one) => [one.sourceKey, one]));
    this.assignments = new Map(known.assignments.map((one) => [`${one.incidentId}/${one.sourceKey}`, one]));
    this.types = new Map(organisation.types.map((type) => [type.code, type.typeId]));
    this.ofPeople = ofPeople;
  }

  take(draft: IncidentDraft, index: number, counts: ChunkCounts): void {
    const before = this.incidents.get(draft.sourceKey);
    const seen = this.seen.has(draft.sourceKey) || this.chunk.wasSeen(draft.sourceKey);
    if (before && !seen && this.leavesRoom(draft, before)) {
      counts.refused.push({ index, reason: 'row.room_changed', value: draft.roomCode });
      return;
    }
    const keptBefore = this.kept;
    let incidentId = before?.incidentId;
    let changed = false;
    if (!before) {
      incidentId = this.addIncident(draft);
      counts.incidents += 1;
      changed = true;
    } else if (!seen && before.digest !== incidentDigest(draft)) {
      this.correctIncident(draft, before);
      changed = true;
    }
    this.seen.add(draft.sourceKey);
    if (incidentId && draft.response && this.takeResponse(draft, incidentId, counts)) changed = true;
    if (changed) counts.accepted += 1;
    else counts.unchanged += 1;
    if (this.kept > keptBefore) counts.kept += 1;
  }

  /**
   * Whether a row says that a record belongs to another room than the one it stands in. A room hands an incident over
   * itself, and its number names the room: no file moves it. Where the mapping finds the room by area, a moved boundary
   * says nothing about an old record.
   */
  private leavesRoom(draft: IncidentDraft, before: KnownIncident): boolean {
    if (this.chunk.mapping.room.column === undefined) return false;
    return this.units.rooms.get(draft.roomCode)?.unitId !== before.roomId;
  }

  clock(incidentId: string, assignmentId: string | null, clock: string, at: string, replaces: string | null): void {
    this.work.clocks.push({
      incident_id: incidentId,
      clock_id: uuidv7(),
      clock,
      at,
      assignment_id: assignmentId,
      author_id: this.context.actor.personId,
      source: 'import',
      replaces,
      reason: replaces ? 'import' : null,
      made_at: this.context.madeAt,
      received_at: this.context.now,
    });
  }

  private valuesOf(draft: IncidentDraft): Row {
    const typeId = this.types.get(draft.typeCode);
    if (typeId === undefined) {
      throw new Error(`Expected the type ${draft.typeCode} of the mapping to be there, got none; add it first.`);
    }
    const minutes = this.organisation.responseMinutes(this.chunk.force.unitId, draft.priority, typeId);
    const resolved: Resolved = {
      typeId,
      stationId: draft.stationCode === null ? null : (this.units.stations.get(draft.stationCode)?.unitId ?? null),
      dispositionId:
        draft.dispositionCode === null ? null : (this.units.dispositions.get(draft.dispositionCode) ?? null),
      dueAt: minutes === null ? null : new Date(Date.parse(draft.clocks.created) + minutes * 60_000).toISOString(),
    };
    return incidentValues(draft, resolved);
  }

  private addIncident(draft: IncidentDraft): string {
    const incidentId = uuidv7();
    const { now, madeAt } = this.context;
    const room = this.units.rooms.get(draft.roomCode);
    if (!room) throw new Error(`Expected the room ${draft.roomCode} to be made before its rows, got none.`);
    const row: Row = {
      incident_id: incidentId,
      number: null,
      force_id: this.chunk.force.unitId,
      room_id: room.unitId,
      origin: this.chunk.mapping.origin,
      source_key: draft.sourceKey,
      made_at: madeAt,
      received_at: now,
      changed_at: now,
      ...noFirstClocks,
      ...this.valuesOf(draft),
    };
    this.work.incidents.push(row);
    this.made.add(incidentId);
    this.work.touched.set(incidentId, row);
    const values = { ...row };
    const digest = incidentDigest(draft);
    this.incidents.set(draft.sourceKey, {
      incidentId,
      sourceKey: draft.sourceKey,
      digest,
      roomId: room.unitId,
      values,
    });
    for (const name of clockColumns) {
      const at = draft.clocks[name];
      if (at) this.clock(incidentId, null, name, at, null);
    }
    const elsewhere = draft.stationOfPoint === null ? {} : { stationOfPoint: draft.stationOfPoint };
    this.entry(incidentId, room.unitId, 'imported', { mapping: this.chunk.mapping.name, ...elsewhere });
    return incidentId;
  }

  private correctIncident(draft: IncidentDraft, before: KnownIncident): void {
    const peoples = columnsOfPeople(before, this.ofPeople.get(before.incidentId) ?? []);
    const { values, kept } = keepPeoples(before.values, this.valuesOf(draft), peoples);
    if (kept) this.kept += 1;
    const columns = changedColumns(before.values, values);
    const row = { incident_id: before.incidentId, changed_at: this.context.now, ...values };
    this.work.corrected.push(row);
    this.work.touched.set(before.incidentId, { room_id: before.roomId, ...values });
    this.keepHistory(before.incidentId, null, before.values, values, columns);
    if (columns.length > 0)
      this.entry(before.incidentId, before.roomId, 'correction', { source: 'import', fields: columns });
  }

  /** Returns whether the row brought or changed anything. */
  private takeResponse(draft: IncidentDraft, incidentId: string, counts: ChunkCounts): boolean {
    const { response } = draft;
    if (!response) return false;
    const key = `${incidentId}/${response.sourceKey}`;
    const before = this.assignments.get(key);
    const digest = responseDigest(response);
    if (before?.digest === digest) return false;
    const wanted = assignmentValues(response);
    const incident = this.incidents.get(draft.sourceKey);
    if (!this.work.touched.has(incidentId)) this.work.touched.set(incidentId, incident?.values ?? {});
    if (!this.made.has(incidentId)) this.work.bumped.add(incidentId);
    if (before) {
      const peoples = assignmentColumnsOfPeople(before.assignmentId, this.ofPeople.get(incidentId) ?? []);
      const { values, kept } = keepPeoples(before.values, wanted, peoples);
      if (kept) this.kept += 1;
      const columns = changedColumns(before.values, values);
      this.work.correctedAssignments.push({ incident_id: incidentId, assignment_id: before.assignmentId, ...values });
      this.keepHistory(incidentId, before.assignmentId, before.values, values, columns);
      if (columns.length > 0)
        this.entry(incidentId, Number(incident?.roomId), 'correction', { source: 'import', fields: columns });
      before.digest = digest;
      return true;
    }
    const assignmentId = uuidv7();
    this.assignments.set(key, { incidentId, assignmentId, sourceKey: response.sourceKey, digest, values: wanted });
    this.work.assignments.push({
      incident_id: incidentId,
      assignment_id: assignmentId,
      patrol_unit_id: this.patrolUnits.get(response.callSign),
      source_key: response.sourceKey,
      made_at: this.context.madeAt,
      received_at: this.context.now,
      ...wanted,
    });
    for (const [name, at] of Object.entries(response.clocks)) this.clock(incidentId, assignmentId, name, at, null);
    counts.assignments += 1;
    return true;
  }

  private keepHistory(
    id: string,
    assignmentId: string | null,
    before: Row,
    after: Row,
    columns: readonly string[],
  ): void {
    for (const column of columns) {
      this.work.changes.push({
        incident_id: id,
        change_id: uuidv7(),
        field: assignmentId ? `assignment.${column}` : column,
        old_value: before[column] ?? null,
        new_value: after[column] ?? null,
        author_id: this.context.actor.personId,
        reason: 'import',
        command_id: this.context.commandId,
        at: this.context.now,
      });
      const clock = clockOfColumn.get(column);
      const at = after[column];
      if (clock && typeof at === 'string') this.work.reclocked.push({ incidentId: id, assignmentId, clock, at });
    }
  }

  private entry(incidentId: string, roomId: number, kind: string, data: object): void {
    this.work.entries.push({
      incident_id: incidentId,
      entry_id: uuidv7(),
      kind,
      author_id: this.context.actor.personId,
      room_id: roomId,
      made_at: this.context.madeAt,
      received_at: this.context.now,
      data,
    });
  }
}
