// A gazetteer comes in chunks: a thousand places are one command with one audit row, and stopping half-way is harmless.
import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { DB } from '../../../platform/db/schema.generated.ts';
import type { Actor } from '../../../platform/operations/actor.ts';
import { type CommandRunner, runCommand } from '../../../platform/operations/run-command.ts';
import { type PlaceRow, upsertPlaces } from './import-store.ts';
import { nameRows } from './place-names.ts';
import { placeRadiusMetres } from './place-radius.ts';
import type { Box } from './places-store.ts';
import { type GeoNamesPlace, newGeoNamesTally, type RefusedLine, readGeoNames } from './read-geonames.ts';
import type { ByteSource } from './read-text.ts';

const chunkSize = 1_000;

export interface PlacesImport {
  source: ByteSource;
  /** Only places within (west, south, east, north); all when null. */
  box: Box | null;
  actor: Actor;
  signal?: AbortSignal;
  progress?(lines: number): void;
}

/** A place as a GeoNames record tells it. */
export type PublicPlace = Omit<GeoNamesPlace, 'admin1' | 'nameAr' | 'nameFr' | 'aliases'> & {
  nameAr?: string | undefined;
  nameFr?: string | undefined;
  aliases: readonly { name: string; lang?: 'ar' }[];
};

export interface PlacesImported {
  lines: number;
  added: number;
  changed: number;
  unchanged: number;
  /** Of a kind that no caller names. */
  leftOut: number;
  /** Outside the box. */
  outside: number;
  refused: number;
  refusals: readonly RefusedLine[];
}

/**
 * Brings a GeoNames dump (plain or gzip) into the public gazetteer. The same file again changes nothing, a changed place
 * is updated with its names; a bad line is refused with its number and reason and the rest goes on.
 * @throws the refusal of a command when the person may not; places of earlier chunks stay
 */
export async function importPlaces(runner: CommandRunner, request: PlacesImport): Promise<PlacesImported> {
  const tally = newGeoNamesTally();
  const counts = { added: 0, changed: 0, unchanged: 0, outside: 0 };
  let chunk: PlaceRow[] = [];
  const write = async (): Promise<void> => {
    if (chunk.length === 0) return;
    const rows = chunk;
    chunk = [];
    const done = await writeChunk(runner, request.actor, rows);
    counts.added += done.added;
    counts.changed += done.changed;
    counts.unchanged += rows.length - done.added - done.changed;
    request.progress?.(tally.lines);
  };
  for await (const place of readGeoNames(request.source, tally)) {
    request.signal?.throwIfAborted();
    if (request.box && !isWithinBox(place, request.box)) {
      counts.outside += 1;
      continue;
    }
    chunk.push(rowOf(place));
    if (chunk.length >= chunkSize) await write();
  }
  await write();
  return { lines: tally.lines, leftOut: tally.leftOut, refused: tally.refused, refusals: tally.refusals, ...counts };
}

function writeChunk(runner: CommandRunner, actor: Actor, rows: PlaceRow[]) {
  // Each chunk is a command of its own; what makes a repeat harmless is the digest of each place.
  const digest = createHash('sha256');
  for (const row of rows) digest.update(row.digest);
  const input = { commandId: uuidv7(), content: digest.digest('hex') };
  return runCommand(runner, 'administration.importPlaces', 'gazetteer.manage', actor, input, async (context) => {
    const done = await upsertPlaces(context.tx, rows, context.now);
    context.audit({
      kind: 'collection',
      action: 'gazetteer.import',
      subjectKind: 'gazetteer',
      subjectId: rows[0]?.source ?? 'geonames',
      fields: ['names', 'longitude', 'latitude', 'kind', 'population'],
      values: { content: input.content, ...done },
    });
    return done;
  });
}

/** Writes places that no command makes, such as a practice gazetteer, in the transaction of the owner. */
export function insertPublicPlaces(tx: Transaction<DB>, places: readonly PublicPlace[], now: Date) {
  return upsertPlaces(tx, places.map(rowOf), now);
}

function rowOf(place: PublicPlace): PlaceRow {
  const digest = createHash('sha256').update(JSON.stringify(place)).digest('hex');
  return {
    source: 'geonames',
    source_id: place.sourceId,
    digest,
    name_ar: place.nameAr ?? null,
    name_en: place.nameEn,
    name_fr: place.nameFr ?? null,
    longitude: place.longitude,
    latitude: place.latitude,
    kind: `${place.featureClass}.${place.featureCode}`,
    population: place.population,
    radius_metres: placeRadiusMetres(place.featureClass, place.featureCode, place.population),
    names: nameRows({
      nameAr: place.nameAr,
      nameEn: place.nameEn,
      nameFr: place.nameFr,
      aliases: place.aliases.map((one) => ({ name: one.name, language: one.lang })),
    }),
  };
}

const isWithinBox = (place: GeoNamesPlace, [west = -180, south = -90, east = 180, north = 90]: Box): boolean =>
  place.longitude >= west && place.longitude <= east && place.latitude >= south && place.latitude <= north;
