import * as z from 'zod';
import { command, commandHeader, consultation } from '../platform/operation.ts';
import { requiredText, typedText } from '../platform/text.ts';

export const personInvolvement = z.enum(['caller', 'victim', 'witness', 'suspect', 'missing', 'other']);
export const vehicleInvolvement = z.enum(['victim', 'suspect', 'witness', 'other']);
const written = z.object({ version: z.number().int() });

// What both kinds carry: a correction is a new entry that names the one it replaces and says why.
const entry = commandHeader.extend({
  incidentId: z.uuid(),
  involvedId: z.uuid(),
  corrects: z.uuid().optional(),
  reason: typedText(1000).optional(),
});

/** Writes down a person involved, restricted from then on; with `corrects`, in place of an entry that the writer may read. */
export const recordPerson = command('people.write', {
  path: '/incidents/{incidentId}/people',
  summary: 'Record a person involved',
  tag: 'incidents',
})
  .input(
    entry.extend({
      involvement: personInvolvement,
      name: typedText(200).optional(),
      telephone: typedText(40).optional(),
      details: typedText(2000).optional(),
    }),
  )
  .output(written);

/** Writes down a vehicle involved; as restricted as a person. */
export const recordVehicle = command('people.write', {
  path: '/incidents/{incidentId}/vehicles',
  summary: 'Record a vehicle involved',
  tag: 'incidents',
})
  .input(
    entry.extend({
      involvement: vehicleInvolvement.default('other'),
      plate: typedText(40).optional(),
      description: typedText(500).optional(),
    }),
  )
  .output(written);

/** Withdraws an entry written by mistake. It stays in the record, marked, with the reason. */
export const withdrawInvolved = command('people.write', {
  path: '/incidents/{incidentId}/involved/{corrects}/withdrawal',
  summary: 'Withdraw a person or vehicle involved',
  tag: 'incidents',
})
  .input(
    commandHeader.extend({
      incidentId: z.uuid(),
      kind: z.enum(['person', 'vehicle']),
      corrects: z.uuid(),
      involvedId: z.uuid(),
      reason: requiredText(1000),
    }),
  )
  .output(written);

const entryView = z.object({
  involvedId: z.uuid(),
  corrects: z.uuid().nullable(),
  withdrawn: z.boolean(),
  reason: z.string().nullable(),
  addedByName: z.string().nullable(),
  madeAt: z.iso.datetime(),
});
export const involvedPersonView = entryView.extend({
  involvement: personInvolvement,
  name: z.string().nullable(),
  telephone: z.string().nullable(),
  details: z.string().nullable(),
});
export type InvolvedPersonView = z.infer<typeof involvedPersonView>;
export const involvedVehicleView = entryView.extend({
  involvement: vehicleInvolvement,
  plate: z.string().nullable(),
  description: z.string().nullable(),
});
export type InvolvedVehicleView = z.infer<typeof involvedVehicleView>;

/**
 * The people and vehicles involved, corrections and all, to who may read them in the area or has broken the glass. Each
 * reading is written to the audit log. `until` is when a broken glass closes again; null where a right opens it.
 */
export const getInvolved = consultation('incident.read', {
  path: '/incidents/{incidentId}/involved',
  summary: 'The people and vehicles involved',
  tag: 'incidents',
})
  .input(z.object({ incidentId: z.uuid() }))
  .output(
    z.object({
      people: z.array(involvedPersonView),
      vehicles: z.array(involvedVehicleView),
      until: z.iso.datetime().nullable(),
    }),
  );

/**
 * Opens the people and vehicles of one incident to the person for an hour, for a reason that is shown in the story, in the
 * audit log and to the supervisor's screens.
 */
export const breakGlass = command('people.break_glass', {
  path: '/incidents/{incidentId}/break-glass',
  summary: 'Open restricted parts for a reason',
  tag: 'incidents',
})
  .input(
    commandHeader.extend({
      incidentId: z.uuid(),
      reason: typedText(1000).refine((text) => text.length >= 10, { error: 'people.reason_short' }),
    }),
  )
  .output(z.object({ until: z.iso.datetime() }));
