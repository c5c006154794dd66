// The incidents of the table: for each cell of a row one of its own, so that no call meets what another has changed.
import type pg from 'pg';
import type { TestServer } from '../server.ts';
import { idOf, type Letter, lettersOf, unitOf, wordOf } from './places.ts';
import { attachedBytes, attachedSha, signOf } from './things.ts';

/** What else stands with an incident. */
export type Need = 'assignment' | 'clock' | 'involved' | 'attachment' | 'companion' | 'tie' | 'patrol';

export interface Asked {
  row: string;
  needs: readonly Need[];
  /** The incident lies in a room of one's own post, and only its companion where the letter says. */
  ownFirst: boolean;
}

export interface CastIncident {
  incidentId: string;
  companionId: string;
  word: string;
  typeId: number;
  patrolUnitId: number;
  from: string;
  to: string;
}

/** Of one kind for the department that works traffic; everything else is of another. */
const typeOf = (letter: Letter): string => (letter === 'd' ? 'traffic.damage' : 'violence.fight');

interface Given {
  incident_id: string;
  force_id: number;
  room_id: number;
  type_id: number;
  created_by: string | null;
  created_at: string;
  place_text: string;
  companion: string | null;
}

/** Casts one row after another; what was cast for the row before is closed. */
export class IncidentCast {
  private readonly server: TestServer;
  private readonly owner: pg.Pool;
  private readonly personOf: (role: string, letter: Letter) => string;
  private rows = 0;
  private cast = new Map<string, CastIncident>();

  constructor(server: TestServer, owner: pg.Pool, personOf: (role: string, letter: Letter) => string) {
    this.server = server;
    this.owner = owner;
    this.personOf = personOf;
  }

  of(role: string, letter: Letter): CastIncident {
    const found = this.cast.get(`${role} ${letter}`);
    if (!found) throw new Error(`Expected an incident for ${role}, ${letter}, got none.`);
    return found;
  }

  async castFor({ row, needs, ownFirst }: Asked, roles: readonly string[]): Promise<void> {
    this.rows += 1;
    // A second each, so that a list of one second holds one of them.
    const begins = Date.now() - 3_600_000 - this.rows * 300_000;
    const given: Given[] = [];
    this.cast = new Map();
    for (const [index, [role, letter]] of roles
      .flatMap((one) => lettersOf.incident.map((at): [string, Letter] => [one, at]))
      .entries()) {
      const created = new Date(begins + index * 1_000);
      const word = wordOf(row, role, letter);
      const incidentId = idOf(row, role, letter);
      const companionId = idOf('companion', row, role, letter);
      const at = (code: string, id: string, more: Partial<Given>): Given => ({
        incident_id: id,
        force_id: this.server.organisation.units.find((unit) => unit.code === code)?.forceId ?? 0,
        room_id: this.server.unit(code),
        type_id: this.server.type(typeOf(letter)),
        created_by: letter === 's' ? this.personOf(role, letter) : null,
        created_at: created.toISOString(),
        place_text: word,
        companion: null,
        ...more,
      });
      given.push(at(unitOf('incident', ownFirst ? 'o' : letter), incidentId, { companion: companionId }));
      given.push(at(unitOf('incident', letter), companionId, { place_text: 'x' }));
      const to = new Date(created.getTime() + 1_000).toISOString();
      const typeId = this.server.type(typeOf(letter));
      const from = created.toISOString();
      this.cast.set(`${role} ${letter}`, { incidentId, companionId, word, typeId, patrolUnitId: 0, from, to });
    }
    await this.owner.query("UPDATE incident SET status = 'closed' WHERE status <> 'closed'");
    await this.insert(given, needs);
    if (needs.includes('patrol') || needs.includes('assignment')) await this.insertPatrols(roles);
    for (const need of needs) if (need !== 'patrol' && need !== 'companion') await this.insertNeed(need, given);
  }

  private async insert(given: Given[], needs: readonly Need[]): Promise<void> {
    // A companion is needed where two incidents are spoken of; elsewhere it would stand in the lists.
    const both = needs.includes('companion');
    await this.owner.query(
      `INSERT INTO incident (incident_id, force_id, room_id, type_id, priority, status, origin, place_text, created_at, made_at, created_by)
       SELECT incident_id, force_id, room_id, type_id, 2, 'open', 'reported', place_text, created_at, now(), created_by
       FROM ${recordset} WHERE $2 OR companion IS NOT NULL`,
      [JSON.stringify(given), both],
    );
  }

  /** A unit of the room of the letter for each cell, free. */
  private async insertPatrols(roles: readonly string[]): Promise<void> {
    const rows = roles.flatMap((role) =>
      lettersOf.incident.map((letter) => ({
        key: `${role} ${letter}`,
        room_id: this.server.unit(unitOf('incident', letter)),
        call_sign: signOf(wordOf('patrol', this.of(role, letter).incidentId)),
      })),
    );
    const made = await this.owner.query(
      `WITH g AS (SELECT * FROM jsonb_to_recordset($1) AS g(key text, room_id int, call_sign text)),
         p AS (INSERT INTO patrol_unit (room_id, call_sign) SELECT room_id, call_sign FROM g RETURNING patrol_unit_id, call_sign)
       SELECT key, patrol_unit_id AS id FROM g JOIN p USING (call_sign)`,
      [JSON.stringify(rows)],
    );
    for (const { key, id } of made.rows) {
      const one = this.cast.get(key);
      if (one) one.patrolUnitId = id;
    }
  }

  private async insertNeed(need: Exclude<Need, 'patrol' | 'companion'>, given: Given[]): Promise<void> {
    const first = given.filter((one) => one.companion !== null);
    const patrols = new Map([...this.cast.values()].map((one) => [one.incidentId, one.patrolUnitId]));
    const rows = first.map((one) => ({
      incident_id: one.incident_id,
      companion: one.companion,
      child: idOf(need, one.incident_id),
      patrol: patrols.get(one.incident_id),
    }));
    const from = 'FROM jsonb_to_recordset($1) AS g(incident_id uuid, companion uuid, child uuid, patrol int)';
    const statements: Record<typeof need, string> = {
      assignment: `INSERT INTO assignment (incident_id, assignment_id, patrol_unit_id, status, assigned_at, made_at)
        SELECT incident_id, child, patrol, 'assigned', now(), now() ${from}`,
      clock: `INSERT INTO incident_clock (incident_id, clock_id, clock, at, source, made_at)
        SELECT incident_id, child, 'answered', now() - interval '50 minutes', 'person', now() ${from}`,
      involved: `INSERT INTO involved_person (incident_id, involved_id, involvement, name, made_at)
        SELECT incident_id, child, 'witness', 'x', now() ${from}`,
      attachment: `INSERT INTO attachment (incident_id, attachment_id, file_name, media_type, byte_count, sha256, made_at)
        SELECT incident_id, child, 'x.txt', 'text/plain', ${attachedBytes.length}, '\\x${attachedSha.toString('hex')}', now() ${from}`,
      tie: `INSERT INTO incident_link (incident_id, other_id, kind, made_at) SELECT incident_id, companion, 'related', now() ${from}`,
    };
    await this.owner.query(statements[need], [JSON.stringify(rows)]);
  }
}

const recordset =
  'jsonb_to_recordset($1) AS g(incident_id uuid, force_id int, room_id int, type_id int, created_by uuid, created_at timestamptz, place_text text, companion uuid)';
