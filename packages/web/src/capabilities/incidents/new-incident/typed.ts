import type { PlaceView } from '@marsad/contract/administration/gazetteer/place.ts';
import { v7 as uuidv7 } from 'uuid';
import type { Waiting } from '../../../platform/offline/database.ts';
import { instantOf, localOf } from '../../../platform/room-time.ts';
import { logInputOf } from '../drafts.ts';

export type Channel = 'telephone' | 'radio' | 'walk_in' | 'patrol' | 'sensor' | 'other_force';
export const channels: readonly Channel[] = ['telephone', 'radio', 'walk_in', 'patrol', 'sensor', 'other_force'];

/** A gazetteer place that was chosen, and the text that stood in the field then: other text drops it. */
export interface ChosenPlace {
  placeId: number;
  label: string;
  longitude: number;
  latitude: number;
  radiusMetres: number;
  forText: string;
}

/** What stands in the form, kept at every key: a reload, a time-out or a power cut loses nothing. */
export interface Typed {
  incidentId: string;
  type: string;
  place: string;
  what: string;
  typeId?: number | undefined;
  chosen?: ChosenPlace | undefined;
  /** Absent: the type's own. */
  priority?: number | undefined;
  channel?: Channel | undefined;
  /** Absent: now. */
  when?: 'earlier' | 'unknown' | undefined;
  /** Local to the room, as the inputs give them. */
  from?: string | undefined;
  to?: string | undefined;
  scheduledFor?: string | undefined;
  parentId?: string | undefined;
  /** When the form was opened: what happens now happened then. */
  openedAt?: string | undefined;
}

/** Who calls: restricted, so it is kept apart from the rest and no longer than the window. */
export interface Caller {
  involvedId: string;
  name: string;
  telephone: string;
}

export const emptyForm = (now: number): Typed => ({
  incidentId: uuidv7(),
  type: '',
  place: '',
  what: '',
  openedAt: new Date(now).toISOString(),
});
export const emptyCaller = (): Caller => ({ involvedId: uuidv7(), name: '', telephone: '' });

/** The place chosen for a text: it stays while the text only grows. */
export const keptPlace = (chosen: ChosenPlace | undefined, text: string): ChosenPlace | undefined =>
  chosen && text.startsWith(chosen.forText) && text.trim() !== '' ? chosen : undefined;

export const chosenOf = (place: PlaceView, label: string, forText: string): ChosenPlace => ({
  placeId: place.placeId,
  label,
  longitude: place.longitude,
  latitude: place.latitude,
  radiusMetres: place.radiusMetres,
  forText,
});

/** The times of the form as instants; `wrong` names what cannot be sent. */
export function timesOf(typed: Typed, timeZone: string, now: number) {
  const at = (local: string | undefined) => (local ? instantOf(local, timeZone) : undefined);
  const scheduledFor = at(typed.scheduledFor);
  const scheduledWrong = scheduledFor === null || (!!scheduledFor && Date.parse(scheduledFor) <= now);
  if (typed.when === undefined)
    return {
      occurredFrom: scheduledFor ? undefined : typed.openedAt,
      occurredTo: undefined,
      scheduledFor,
      wrong: scheduledWrong ? 'scheduled' : null,
    } as const;
  const [from, to] = typed.when === 'earlier' ? [at(typed.from), at(typed.to)] : [undefined, undefined];
  const wrong =
    (typed.when === 'earlier' && !from && !to) ||
    from === null ||
    to === null ||
    [from, to].some((one) => one && Date.parse(one) > now + 60_000) ||
    (from && to && to < from);
  return {
    occurredFrom: from ?? undefined,
    occurredTo: to ?? undefined,
    scheduledFor,
    wrong: wrong ? 'times' : scheduledWrong ? 'scheduled' : null,
  } as const;
}

/** The command that the form makes. */
export function inputOf(
  typed: Typed,
  caller: Caller,
  roomId: number,
  typeId: number,
  times: ReturnType<typeof timesOf>,
) {
  const { chosen } = typed;
  const { name, telephone, involvedId } = caller;
  const people =
    name.trim() || telephone.trim() ? [{ involvedId, involvement: 'caller' as const, name, telephone }] : [];
  return {
    incidentId: typed.incidentId,
    roomId,
    typeId,
    placeText: typed.place,
    narrative: typed.what,
    channel: typed.channel ?? ('telephone' as const),
    ...(typed.priority !== undefined && { priority: typed.priority }),
    ...(chosen && {
      placeId: chosen.placeId,
      longitude: chosen.longitude,
      latitude: chosen.latitude,
      positionSource: 'gazetteer' as const,
      radiusMetres: chosen.radiusMetres,
    }),
    ...(times.occurredFrom && { occurredFrom: times.occurredFrom }),
    ...(times.occurredTo && { occurredTo: times.occurredTo }),
    ...(times.scheduledFor && { scheduledFor: times.scheduledFor }),
    ...(typed.parentId && { parentId: typed.parentId }),
    ...(people.length > 0 && { people }),
  };
}

type Sent = Partial<ReturnType<typeof inputOf>> & ReturnType<typeof logInputOf>;

/** What was typed for a refused incident, ready to be corrected: nothing is typed again. */
export function typedOf(row: Waiting, typeName: string, timeZone: string): { typed: Typed; caller: Caller } {
  const input = logInputOf(row) as Sent;
  const { placeId, longitude, latitude, radiusMetres } = input;
  const local = (instant: string | undefined) => instant && localOf(instant, timeZone);
  const [person] = input.people ?? [];
  return {
    typed: {
      incidentId: input.incidentId,
      type: typeName,
      typeId: input.typeId,
      place: input.placeText,
      what: input.narrative,
      chosen:
        placeId === undefined || longitude === undefined || latitude === undefined
          ? undefined
          : {
              placeId,
              longitude,
              latitude,
              radiusMetres: radiusMetres ?? 500,
              label: input.placeText,
              forText: input.placeText,
            },
      priority: input.priority,
      channel: input.channel,
      openedAt: row.madeAt,
      when: input.occurredFrom || input.occurredTo ? 'earlier' : 'unknown',
      from: local(input.occurredFrom),
      to: local(input.occurredTo),
      scheduledFor: local(input.scheduledFor),
      parentId: input.parentId,
    },
    caller: person
      ? { involvedId: person.involvedId, name: person.name ?? '', telephone: person.telephone ?? '' }
      : emptyCaller(),
  };
}
