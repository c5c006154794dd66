// Gives each cell of the table what its call is aimed at.
import type pg from 'pg';
import type { TestServer } from '../server.ts';
import type { Callers } from './callers.ts';
import type { Call } from './calls.ts';
import { IncidentCast } from './incident-cast.ts';
import { idOf, type Letter, otherForce, postOf, unitOf } from './places.ts';
import type { Row } from './read-table.ts';
import { type Target, Things } from './things.ts';

type Made = Pick<Call, 'make' | 'needs' | 'ownFirst'>;

export class Cast {
  readonly things: Things;
  private readonly server: TestServer;
  private readonly callers: Callers;
  private readonly incidents: IncidentCast;
  private readonly standing = new Map<string, Promise<Target>>();

  constructor(server: TestServer, owner: pg.Pool, callers: Callers) {
    this.server = server;
    this.callers = callers;
    this.things = new Things(server, owner);
    this.incidents = new IncidentCast(server, owner, (role, letter) => callers.personOf(role, postOf[letter]));
    this.things.keepAttached();
  }

  /** Makes ready what a row is about; what the row before was about is over. */
  async begin(row: Row, call: Made, roles: readonly string[]): Promise<void> {
    this.standing.clear();
    if (row.about !== 'incident') return;
    const { needs = [], ownFirst = false } = call;
    await this.incidents.castFor({ row: row.name, needs, ownFirst }, roles);
  }

  /** What the call of a cell is aimed at: the same for every role, until a call has succeeded. */
  target(row: Row, call: Made, role: string, letter: Letter): Promise<Target> {
    const key = row.about === 'own' ? `${role} ${letter}` : letter;
    const known = this.standing.get(key);
    if (known && row.about !== 'incident') return known;
    const made = this.make(row, call, role, letter);
    this.standing.set(key, made);
    return made;
  }

  spent(row: Row, role: string, letter: Letter): void {
    this.standing.delete(row.about === 'own' ? `${role} ${letter}` : letter);
  }

  private async make(row: Row, call: Made, role: string, letter: Letter): Promise<Target> {
    const code = unitOf(row.about, letter);
    const own = row.about === 'own' && letter !== 'z';
    const target: Target = {
      ...nothing,
      word: this.things.word(),
      code,
      unitId: this.server.unit(code),
      forceId: this.things.forceOf(code),
      personId: own ? this.callers.personOf(role, postOf[letter]) : this.callers.stranger,
      besideId: this.things.beside(code),
      typeId: this.server.type('violence.fight'),
      roleId: this.server.organisation.roles.find((one) => one.code === 'champion')?.roleId ?? 0,
    };
    if (row.about === 'incident') Object.assign(target, this.ofIncident(role, letter));
    await call.make?.(this.things, target, this.callers.stranger);
    return target;
  }

  private ofIncident(role: string, letter: Letter): Partial<Target> {
    const cast = this.incidents.of(role, letter);
    const { incidentId } = cast;
    return {
      ...cast,
      assignmentId: idOf('assignment', incidentId),
      clockId: idOf('clock', incidentId),
      involvedId: idOf('involved', incidentId),
      attachmentId: idOf('attachment', incidentId),
    };
  }
}

/** Read by no call that does not make it. */
const nobody = '00000000-0000-4000-8000-000000000000';
const nothing = {
  from: '2026-01-01T00:00:00Z',
  to: '2026-01-02T00:00:00Z',
  incidentId: nobody,
  companionId: nobody,
  patrolUnitId: 1,
  assignmentId: nobody,
  clockId: nobody,
  involvedId: nobody,
  attachmentId: nobody,
  childId: 1,
  postId: nobody,
  tokenId: nobody,
  sessionId: nobody,
  placeId: 1,
  dispositionId: 1,
  importId: nobody,
  fileId: nobody,
};

/** Another force with two rooms, beside the practice force. */
export async function addOtherForce(server: TestServer, owner: pg.Pool): Promise<void> {
  const { force, room, second } = otherForce;
  const columns = '(unit_id, kind, code, name_ar, name_en, name_fr, parent_id, force_id, time_zone, valid_from)';
  await owner.query(
    `WITH f AS (INSERT INTO org_unit ${columns} VALUES (90001, 'force', $1, 'x', 'x', 'x', NULL, 90001, 'UTC', '2018-01-01'))
     INSERT INTO org_unit ${columns} VALUES (90002, 'operations_room', $2, 'x', 'x', 'x', 90001, 90001, 'UTC', '2018-01-01'),
       (90003, 'operations_room', $3, 'x', 'x', 'x', 90001, 90001, 'UTC', '2018-01-01')`,
    [force, room, second],
  );
  await server.organisation.reload();
}
