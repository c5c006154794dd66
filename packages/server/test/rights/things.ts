// What the calls of the table are aimed at, beside incidents: made by the owner where the cell says, anew after each success.
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { romanKeys } from '@marsad/contract/administration/text-search/roman-keys.ts';
import type pg from 'pg';
import type { TestServer } from '../server.ts';
import { besides, childKind, wordOf } from './places.ts';

/** What a call is aimed at: where it lies, and whichever of these the call speaks of. */
export interface Target {
  /** Stands in its names, and nowhere else. */
  word: string;
  /** The code of the unit where it lies. */
  code: string;
  unitId: number;
  forceId: number;
  /** Whose it is, where it is somebody's own; else a person who serves there. */
  personId: string;
  /** The day or the like from which a list is asked. */
  from: string;
  to: string;
  incidentId: string;
  /** Another incident in the same place, of the same type and maker. */
  companionId: string;
  typeId: number;
  patrolUnitId: number;
  assignmentId: string;
  clockId: string;
  involvedId: string;
  attachmentId: string;
  /** A unit under it. */
  childId: number;
  /** A unit of the same kind. */
  besideId: number;
  postId: string;
  tokenId: string;
  sessionId: string;
  placeId: number;
  roleId: number;
  dispositionId: number;
  importId: string;
  fileId: string;
}

export const attachedBytes = Buffer.from('what a camera saw');
export const attachedSha = createHash('sha256').update(attachedBytes).digest();

export const shippedMapping = (): { force: object } =>
  JSON.parse(
    readFileSync(new URL('../../src/capabilities/sync/mappings/nyc-thefts.json', import.meta.url), 'utf8'),
  ) as { force: object };

const importedFile =
  'uid,location_type,longitude,latitude,date_start,date_end\nA1,x,-73.9,40.7,2024-03-01 10:00,2024-04-01 12:00\n';

export class Things {
  private readonly server: TestServer;
  private readonly owner: pg.Pool;
  private serial = 0;

  constructor(server: TestServer, owner: pg.Pool) {
    this.server = server;
    this.owner = owner;
  }

  /** A new word: whatever is made with it is found by it alone. */
  word(): string {
    this.serial += 1;
    return wordOf('thing', String(this.serial));
  }

  private async one<Row>(text: string, values: unknown[]): Promise<Row> {
    return (await this.owner.query(text, values)).rows[0] as Row;
  }

  /** Somebody who serves at the unit, with an account and a token. */
  async person(target: Target, how: { family?: string; ended?: boolean; locked?: boolean } = {}): Promise<void> {
    const personId = randomUUID();
    Object.assign(target, { personId, postId: randomUUID(), tokenId: randomUUID() });
    const lastDay = how.ended ? '2026-01-31' : null;
    const { family = 'Zayn', locked = false } = how;
    await this.owner.query(
      `WITH p AS (INSERT INTO person (person_id, user_name, name_ar, name_latin, search_text, valid_to, active, locked_at)
           VALUES ($1, $2, $3 || ' ' || $2, $3 || ' ' || $2, $2, $4, $4::date IS NULL, CASE WHEN $5 THEN now() END)),
         o AS (INSERT INTO post (post_id, person_id, role_id, unit_id, valid_from, valid_to)
           SELECT $6, $1, role_id, $7, '2020-01-01', $4 FROM role WHERE code = 'patrol_officer'),
         u AS (INSERT INTO auth_user (id, name, email, username) VALUES ($1::text, 'x', $2 || '@x.invalid', $2)),
         a AS (INSERT INTO auth_account (id, account_id, provider_id, user_id, password) VALUES ($1::text, $1::text, 'credential', $1::text, 'x'))
       INSERT INTO api_token (token_id, person_id, name, secret_digest, created_at) VALUES ($8, $1, 'x', sha256(convert_to($2, 'UTF8')), now())`,
      [personId, target.word, family, lastDay, locked, target.postId, target.unitId, target.tokenId],
    );
  }

  /** Somebody who serves at the target's unit and at another; `postId` is the post at the target's. */
  async personOfTwo(target: Target, other: string): Promise<void> {
    await this.person(target);
    await this.owner.query(
      `INSERT INTO post (post_id, person_id, role_id, unit_id, valid_from)
       SELECT $1, $2, role_id, $3, '2020-01-01' FROM role WHERE code = 'patrol_officer'`,
      [randomUUID(), target.personId, this.server.unit(other)],
    );
  }

  /** A unit under the target's, or under another; with a last day that is planned where one is given. */
  async child(target: Target, under = target.code, lastDay: string | null = null): Promise<void> {
    const made = await this.one<{ id: number }>(
      `INSERT INTO org_unit (kind, code, name_ar, name_en, name_fr, parent_id, force_id, time_zone, valid_from, valid_to)
       VALUES ($1, $2, 'x', 'x', 'x', $3, $4, 'UTC', '2020-01-01', $5) RETURNING unit_id AS id`,
      [childKind(under), codeOf(target.word), this.server.unit(under), this.forceOf(under), lastDay],
    );
    target.childId = made.id;
  }

  /** A patrol unit of the target's room, or of another. */
  async patrol(target: Target, room = target.code): Promise<void> {
    const made = await this.one<{ id: number }>(
      'INSERT INTO patrol_unit (room_id, call_sign) VALUES ($1, $2) RETURNING patrol_unit_id AS id',
      [this.server.unit(room), signOf(target.word)],
    );
    target.patrolUnitId = made.id;
  }

  /** A landmark that the target's unit has added. */
  async place(target: Target): Promise<void> {
    const made = await this.one<{ id: number }>(
      `WITH p AS (INSERT INTO place (source, source_id, name_en, longitude, latitude, kind, force_id, unit_id)
           VALUES ('test', $1, $1, 35.85, 34.43, 'marsad.landmark', $2, $3) RETURNING place_id),
         n AS (INSERT INTO place_name (place_id, name_id, name, language, normalised, skeletons) SELECT place_id, 0, $1, 'en', $1, $4 FROM p)
       SELECT place_id::int AS id FROM p`,
      [target.word, target.forceId, target.unitId, romanKeys(target.word)],
    );
    target.placeId = made.id;
  }

  /** An entry of the log: of the target's unit, or of somebody who serves there. */
  async entry(target: Target, of: 'unit' | 'person'): Promise<void> {
    if (of === 'person') await this.person(target);
    await this.owner.query(
      `INSERT INTO audit_entry (at, kind, action, person_id, unit_id, subject_kind, subject_id) VALUES (now(), 'access', 'test.trial', $1, $2, 'x', $3)`,
      [of === 'person' ? target.personId : null, of === 'unit' ? target.unitId : null, target.word],
    );
  }

  /** An import that somebody runs into the target's force, with a refused row. */
  async run(target: Target, personId: string): Promise<void> {
    target.importId = randomUUID();
    await this.owner.query(
      `WITH r AS (INSERT INTO import_run (import_id, mapping_name, mapping, file_name, person_id, force_id, status, started_at)
         VALUES ($1, 'x', '{}', $2, $3, $4, 'running', now()))
       INSERT INTO import_error (import_id, error_id, line, value, reason) VALUES ($1, 0, 2, $2, 'row.ragged')`,
      [target.importId, target.word, personId, target.forceId],
    );
  }

  /** A mapping of somebody's that brings records to the target's force. */
  async mapping(target: Target, personId: string): Promise<void> {
    await this.owner.query(
      'INSERT INTO import_mapping (name, mapping, force_code, person_id, changed_at) VALUES ($1, $2, $3, $4, now())',
      [target.word, JSON.stringify(this.mappingOf(target)), target.code, personId],
    );
  }

  mappingOf(target: Target): object {
    const shipped = shippedMapping();
    return { ...shipped, name: target.word, force: { ...shipped.force, code: target.code } };
  }

  /** A file that the target's person has sent. */
  async file(target: Target): Promise<void> {
    target.fileId = randomUUID();
    const folder = path.join(this.server.filesFolder, 'imports');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, target.fileId), importedFile);
    await this.owner.query(
      `INSERT INTO import_file (file_id, file_name, byte_count, sha256, person_id, received_at) VALUES ($1, 'x.csv', $2, '\\x00', $3, now())`,
      [target.fileId, importedFile.length, target.personId],
    );
  }

  /** A session and a token of the target's person, beside the session that they act in. */
  async access(target: Target): Promise<void> {
    Object.assign(target, { sessionId: randomUUID(), tokenId: randomUUID() });
    await this.owner.query(
      `WITH t AS (INSERT INTO api_token (token_id, person_id, name, secret_digest, created_at) VALUES ($1, $2, 'x', sha256(convert_to($3, 'UTF8')), now()))
       INSERT INTO auth_session (id, expires_at, token, user_id, updated_at) VALUES ($3, now() + interval '1 hour', $3, $4, now() + interval '1 hour')`,
      [target.tokenId, target.personId, target.sessionId, target.personId],
    );
  }

  async hasSession(sessionId: string): Promise<boolean> {
    return (await this.owner.query('SELECT 1 FROM auth_session WHERE id = $1', [sessionId])).rowCount === 1;
  }

  /** A role, a type and a disposition, which belong to every force. */
  async list(target: Target, table: 'role' | 'incident_type' | 'disposition'): Promise<void> {
    const key = { role: 'role_id', incident_type: 'type_id', disposition: 'disposition_id' }[table];
    const rights = table === 'role' ? [", rights) VALUES ($1, 'x', 'x', 'x', '[]')"] : [") VALUES ($1, 'x', 'x', 'x')"];
    const made = await this.one<{ id: number }>(
      `INSERT INTO ${table} (code, name_ar, name_en, name_fr${rights[0]} RETURNING ${key} AS id`,
      [target.word],
    );
    Object.assign(target, { roleId: made.id, typeId: made.id, dispositionId: made.id });
  }

  /** A file as an attachment's bytes lie in the folder. */
  keepAttached(): void {
    const name = attachedSha.toString('hex');
    const folder = path.join(this.server.filesFolder, 'attachments', name.slice(0, 2));
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, name), attachedBytes);
  }

  unit(code: string): number {
    return this.server.unit(code);
  }

  typeCodesOf(code: string): readonly string[] {
    return this.server.organisation.units.find((unit) => unit.code === code)?.typeCodes ?? [];
  }

  /** The unit beside another, of its kind and force. */
  beside(code: string): number {
    return this.server.unit(besides[code] ?? code);
  }

  forceOf(code: string): number {
    return this.server.organisation.units.find((unit) => unit.code === code)?.forceId ?? 0;
  }
}

/** A unit's code of a word: short, in capitals. */
export const codeOf = (word: string): string => word.slice(0, 12).toUpperCase();
/** A call sign of a word, before all that are not of the table. */
export const signOf = (word: string): string => `00 ${word}`;
