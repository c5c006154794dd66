import { sql, type Transaction } from 'kysely';
import type { DB } from '../../../platform/db/schema.generated.ts';
import type { NameRow } from './place-names.ts';

/** A place as a file gives it, ready to be written. */
export interface PlaceRow {
  source: string;
  source_id: string;
  /** SHA-256 of the record, hexadecimal: the same again changes nothing. */
  digest: string;
  name_ar: string | null;
  name_en: string | null;
  name_fr: string | null;
  longitude: number;
  latitude: number;
  kind: string;
  population: number;
  radius_metres: number;
  names: NameRow[];
}

/** Writes public places; returns how many were new and how many had changed. The rest stood already as they are. */
export async function upsertPlaces(
  tx: Transaction<DB>,
  rows: readonly PlaceRow[],
  now: Date,
): Promise<{ added: number; changed: number }> {
  const given = JSON.stringify(rows);
  const written = await sql<{ place_id: number; source_id: string; added: boolean }>`
    INSERT INTO place (source, source_id, source_digest, name_ar, name_en, name_fr, longitude, latitude, kind, population, radius_metres, changed_at)
    SELECT g.source, g.source_id, decode(g.digest, 'hex'), g.name_ar, g.name_en, g.name_fr, g.longitude, g.latitude, g.kind,
      g.population, g.radius_metres, ${now}
    FROM jsonb_to_recordset(${given}::jsonb) AS g(source text, source_id text, digest text, name_ar text, name_en text, name_fr text,
      longitude float8, latitude float8, kind text, population int, radius_metres int)
    ON CONFLICT (source, source_id) DO UPDATE SET source_digest = excluded.source_digest, name_ar = excluded.name_ar,
      name_en = excluded.name_en, name_fr = excluded.name_fr, longitude = excluded.longitude, latitude = excluded.latitude,
      kind = excluded.kind, population = excluded.population, radius_metres = excluded.radius_metres, active = true,
      changed_at = excluded.changed_at, version = place.version + 1
    WHERE place.source_digest IS DISTINCT FROM excluded.source_digest
    RETURNING place_id, source_id, version = 1 AS added`.execute(tx);
  const ids = JSON.stringify(written.rows.map((row) => ({ place_id: row.place_id, source_id: row.source_id })));
  await sql`DELETE FROM place_name n USING jsonb_to_recordset(${ids}::jsonb) AS w(place_id bigint) WHERE n.place_id = w.place_id`.execute(
    tx,
  );
  await sql`
    INSERT INTO place_name (place_id, name_id, name, language, normalised, skeletons)
    SELECT w.place_id, n."nameId", n.name, n.language, n.normalised, ARRAY(SELECT jsonb_array_elements_text(n.skeletons))
    FROM jsonb_to_recordset(${given}::jsonb) AS g(source_id text, names jsonb)
    JOIN jsonb_to_recordset(${ids}::jsonb) AS w(place_id bigint, source_id text) USING (source_id),
    jsonb_to_recordset(g.names) AS n("nameId" int, name text, language text, normalised text, skeletons jsonb)`.execute(
    tx,
  );
  const added = written.rows.filter((row) => row.added).length;
  return { added, changed: written.rows.length - added };
}
