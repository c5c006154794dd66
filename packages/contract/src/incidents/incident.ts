import * as z from 'zod';

export const incidentStatus = z.enum([
  'draft',
  'scheduled',
  'open',
  'dispatched',
  'on_scene',
  'resolved',
  'closed',
  'on_hold',
  'cancelled',
  'duplicate',
  'referred',
]);
export const incidentOrigin = z.enum(['reported', 'police_initiated']);
export const callChannel = z.enum(['telephone', 'radio', 'walk_in', 'patrol', 'sensor', 'other_force']);
export const positionSource = z.enum(['pin', 'gazetteer', 'gps', 'area', 'import']);
export const assignmentStatus = z.enum([
  'proposed',
  'assigned',
  'acknowledged',
  'en_route',
  'on_scene',
  'transporting',
  'cleared',
  'stood_down',
]);
export const clockName = z.enum([
  'call_started',
  'answered',
  'created',
  'classified',
  'queued',
  'resolved',
  'closed',
  'reopened',
  'assigned',
  'acknowledged',
  'en_route',
  'on_scene',
  'transport_started',
  'transport_arrived',
  'cleared',
]);
export type ClockName = z.infer<typeof clockName>;
export const priority = z.number().int().min(1).max(4);
const instant = z.iso.datetime();

/** A unit's work on an incident, as board and detail show it. Times are UTC instants; null means not (yet) known. */
export const assignmentView = z.object({
  assignmentId: z.uuid(),
  patrolUnitId: z.number().int(),
  callSign: z.string(),
  status: assignmentStatus,
  lead: z.boolean(),
  assignedAt: instant.nullable(),
  acknowledgedAt: instant.nullable(),
  enRouteAt: instant.nullable(),
  onSceneAt: instant.nullable(),
  transportStartedAt: instant.nullable(),
  transportArrivedAt: instant.nullable(),
  clearedAt: instant.nullable(),
});
export type AssignmentView = z.infer<typeof assignmentView>;

/** One row of the queue: what a board needs to order, draw and place an incident. No persons. */
export const boardIncident = z.object({
  incidentId: z.uuid(),
  number: z.string().nullable(),
  roomId: z.number().int(),
  stationId: z.number().int().nullable(),
  typeId: z.number().int(),
  priority,
  status: incidentStatus,
  origin: incidentOrigin,
  placeText: z.string(),
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
  radiusMetres: z.number().nullable(),
  createdAt: instant,
  dueAt: instant.nullable(),
  firstDispatchedAt: instant.nullable(),
  firstEnRouteAt: instant.nullable(),
  firstOnSceneAt: instant.nullable(),
  resolvedAt: instant.nullable(),
  holdUntil: instant.nullable(),
  /** From when one that was scheduled waits: the time it is for, or when it was opened before; null where it was not. */
  scheduledFor: instant.nullable(),
  version: z.number().int(),
  assignments: z.array(assignmentView),
});
export type BoardIncident = z.infer<typeof boardIncident>;

/** An entry of the story of an incident. `data` holds codes and numbers to be put in words by the screen. */
export const timelineEntry = z.object({
  entryId: z.uuid(),
  kind: z.string(),
  authorId: z.uuid().nullable(),
  authorName: z.string().nullable(),
  /** The same in Latin letters, for screens in English and French. */
  authorNameLatin: z.string().nullable(),
  roomId: z.number().int(),
  madeAt: instant,
  receivedAt: instant,
  text: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
  corrects: z.uuid().nullable(),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;

/** An entry of a clock: which, when, who said so. One that is named by another's `replaces` no longer counts. */
export const clockView = z.object({
  clockId: z.uuid(),
  clock: z.string(),
  at: instant,
  assignmentId: z.uuid().nullable(),
  source: z.enum(['person', 'device', 'import']),
  replaces: z.uuid().nullable(),
  reason: z.string().nullable(),
  authorName: z.string().nullable(),
  /** The same in Latin letters, for screens in English and French. */
  authorNameLatin: z.string().nullable(),
  madeAt: instant,
});
export type ClockView = z.infer<typeof clockView>;

/** A whole incident but for its restricted parts. */
export const incidentDetail = boardIncident.extend({
  narrative: z.string(),
  channel: callChannel.nullable(),
  positionSource: positionSource.nullable(),
  placeId: z.number().int().nullable(),
  occurredFrom: instant.nullable(),
  occurredTo: instant.nullable(),
  callStartedAt: instant.nullable(),
  answeredAt: instant.nullable(),
  closedAt: instant.nullable(),
  reopenedAt: instant.nullable(),
  holdReason: z.string().nullable(),
  dispositionId: z.number().int().nullable(),
  parentId: z.uuid().nullable(),
  duplicateOf: z.uuid().nullable(),
  createdBy: z.uuid().nullable(),
  peopleCount: z.number().int(),
  vehicleCount: z.number().int(),
  calls: z.array(
    z.object({
      callId: z.uuid(),
      channel: callChannel,
      startedAt: instant.nullable(),
      answeredAt: instant.nullable(),
      endedAt: instant.nullable(),
      madeAt: instant,
      /** The number of the merged incident that the call came with; null for its own. */
      fromNumber: z.string().nullable(),
    }),
  ),
  clocks: z.array(clockView),
  links: z.array(
    z.object({
      incidentId: z.uuid(),
      number: z.string().nullable(),
      typeId: z.number().int(),
      status: incidentStatus,
      placeText: z.string(),
      /** Seen from here: `duplicate` is what this one was merged into, `merged` what was merged into this one. */
      kind: z.enum(['related', 'duplicate', 'merged', 'parent', 'child']),
    }),
  ),
  attachments: z.array(
    z.object({
      attachmentId: z.uuid(),
      fileName: z.string(),
      mediaType: z.string(),
      byteCount: z.number(),
      addedByName: z.string().nullable(),
      addedByNameLatin: z.string().nullable(),
      madeAt: instant,
      /** Why it was withdrawn; null while it stands. */
      withdrawalReason: z.string().nullable(),
    }),
  ),
  /** The newest 200 entries in the order they were made. */
  timeline: z.array(timelineEntry),
  /** Where the entries before those begin, for listTimeline; null when these are all. */
  earlierCursor: z.string().nullable(),
});
export type IncidentDetail = z.infer<typeof incidentDetail>;

/** Where something is: typed text, a gazetteer place, or coordinates with how they were made and their radius of doubt. */
export const whereInput = z.object({
  text: z.string().max(300).default(''),
  placeId: z.number().int().optional(),
  longitude: z.number().min(-180).max(180).optional(),
  latitude: z.number().min(-90).max(90).optional(),
  source: positionSource.optional(),
  radiusMetres: z.number().int().min(0).max(100_000).optional(),
});
