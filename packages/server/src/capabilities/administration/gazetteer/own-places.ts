import type { contract } from '@marsad/contract';
import { mostKeptPlaces } from '@marsad/contract/administration/gazetteer/list-kept-places.ts';
import type { PlaceFields } from '@marsad/contract/administration/gazetteer/place.ts';
import { normaliseForSearch } from '@marsad/contract/administration/text-search/normalise.ts';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { decodeCursor, encodeCursor } from '../../../platform/operations/cursor.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import type { QueryContext } from '../../../platform/operations/run-query.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { reachesUnit } from '../session/get-session.ts';
import { insertOwnPlace, keptPlaces, lockOwnPlace, pageOfOwnPlaces, updateOwnPlace } from './places-store.ts';

type Add = typeof contract.administration.addPlace;
type Change = typeof contract.administration.changePlace;
type Kept = typeof contract.administration.listKeptPlaces;
type Own = typeof contract.administration.listOwnPlaces;

/** Adds a landmark of a unit, seen by its whole force. */
export function addPlace(organisation: Organisation) {
  return async (context: CommandContext, input: InputOf<Add>): Promise<OutputOf<Add>> => {
    const unit = organisation.findUnit(input.unitId);
    if (!unit || !reachesUnit(context.scope, unit)) refuse('FORBIDDEN', 'area.outside', { field: 'unitId' });
    const fields = judgeFields(organisation, unit.forceId, input);
    const placeId = await insertOwnPlace(context.tx, {
      commandId: input.commandId,
      forceId: unit.forceId,
      unitId: unit.unitId,
      authorId: context.actor.personId,
      now: context.now,
      fields,
    });
    report(context, 'collection', 'gazetteer.add', { placeId, unitId: unit.unitId, forceId: unit.forceId }, fields);
    return { placeId, version: 1 };
  };
}

/** Changes a landmark; refused as a conflict when somebody changed it since it was read. */
export function changePlace(organisation: Organisation) {
  return async (context: CommandContext, input: InputOf<Change>): Promise<OutputOf<Change>> => {
    const old = await lockOwnPlace(context.tx, input.placeId);
    if (!old || old.forceId === null || old.unitId === null) refuse('NOT_FOUND', 'place.unknown', { field: 'placeId' });
    if (old.version !== input.version) refuse('CONFLICT', 'place.changed', { field: 'version' });
    const fields = judgeFields(organisation, old.forceId, input);
    const version = old.version + 1;
    const { active, placeId } = input;
    await updateOwnPlace(context.tx, {
      placeId,
      version,
      active,
      authorId: context.actor.personId,
      now: context.now,
      old,
      fields,
    });
    const { forceId, unitId } = old;
    report(context, 'alteration', 'gazetteer.change', { placeId, unitId, forceId }, { ...fields, active });
    return { placeId, version };
  };
}

function judgeFields(organisation: Organisation, forceId: number, input: PlaceFields): PlaceFields {
  const { nameAr, nameEn, nameFr, aliases, kind, longitude, latitude, radiusMetres } = input;
  if (![nameAr, nameEn, nameFr].some((name) => name && normaliseForSearch(name) !== ''))
    refuse('UNPROCESSABLE_CONTENT', 'place.name_missing', { field: 'nameAr' });
  const [west = -180, south = -90, east = 180, north = 90] = organisation.findUnit(forceId)?.bounds ?? [];
  if (longitude < west || longitude > east || latitude < south || latitude > north)
    refuse('UNPROCESSABLE_CONTENT', 'place.outside_force', { field: 'longitude' });
  return { nameAr, nameEn, nameFr, aliases, kind, longitude, latitude, radiusMetres };
}

function report(
  context: CommandContext,
  kind: 'collection' | 'alteration',
  action: string,
  place: { placeId: number; unitId: number; forceId: number },
  values: object,
): void {
  context.audit({
    kind,
    action,
    subjectKind: 'place',
    subjectId: String(place.placeId),
    unitId: place.unitId,
    fields: Object.keys(values),
    values,
  });
  context.emit({ kind: 'gazetteer.place_changed', forceId: place.forceId, payload: { placeId: place.placeId } });
}

/** What a screen of a room keeps for work without a link: at most two thousand places. */
export function listKeptPlaces(organisation: Organisation) {
  return async ({ tx, scope }: QueryContext, input: InputOf<Kept>): Promise<OutputOf<Kept>> => {
    const room = organisation.findUnit(input.roomId);
    if (!room || !reachesUnit(scope, room)) refuse('NOT_FOUND', 'room.unknown', { field: 'roomId' });
    const box = organisation.findUnit(room.forceId)?.bounds ?? null;
    return { places: await keptPlaces(tx, room.forceId, box, mostKeptPlaces) };
  };
}

/** A page of the own places of the person's forces. */
export async function listOwnPlaces({ tx }: QueryContext, { cursor, limit }: InputOf<Own>): Promise<OutputOf<Own>> {
  const [before] = cursor ? decodeCursor(cursor, 1) : [];
  if (before !== undefined && !/^\d{1,15}$/.test(before))
    refuse('UNPROCESSABLE_CONTENT', 'cursor.invalid', { field: 'cursor' });
  const found = await pageOfOwnPlaces(tx, before === undefined ? null : Number(before), limit + 1);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: found.length > limit && last ? encodeCursor([String(last.placeId)]) : null };
}
