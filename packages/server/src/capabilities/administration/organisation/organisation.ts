// The organisation and the reference lists as this server knows them: read whole (hundreds of rows), kept in memory, and
// read again when an event says that something of them changed. Every command looks things up here instead of asking
// the database again.
import type { Kysely } from 'kysely';
import type { DB } from '../../../platform/db/schema.generated.ts';
import { localDate } from './local-date.ts';
import { loadLimits, loadRoles, loadTypes, loadUnits } from './store.ts';

export type Unit = Awaited<ReturnType<typeof loadUnits>>[number];
export type IncidentType = Awaited<ReturnType<typeof loadTypes>>[number];
export type Role = Awaited<ReturnType<typeof loadRoles>>[number];
export type Limit = Awaited<ReturnType<typeof loadLimits>>[number];

/** Unit kinds that keep a board and log incidents. */
export const boardKinds: readonly string[] = ['operations_room', 'command_centre'];

/** Whether the last day of a unit has passed, in its own time zone. Ended units stay for history. */
export const isEnded = (unit: Pick<Unit, 'validTo' | 'timeZone'>, at: Date): boolean =>
  unit.validTo !== null && unit.validTo < localDate(at, unit.timeZone);

export class Organisation {
  private readonly db: Kysely<DB>;
  private unitsById = new Map<number, Unit>();
  private typesById = new Map<number, IncidentType>();
  private rolesById = new Map<number, Role>();
  private limits: Limit[] = [];
  /** Rises with every reload, so that what was computed from it can be dropped. */
  version = 0;
  private reading: Promise<void> = Promise.resolve();

  constructor(db: Kysely<DB>) {
    this.db = db;
  }

  /**
   * Reads everything again. One reading at a time, in the order asked for: a slow one that began before a change must
   * not overwrite the quick one that began after it.
   */
  reload(): Promise<void> {
    this.reading = this.reading.catch(() => undefined).then(() => this.read());
    return this.reading;
  }

  private async read(): Promise<void> {
    const [units, types, roles, limits] = await Promise.all([
      loadUnits(this.db),
      loadTypes(this.db),
      loadRoles(this.db),
      loadLimits(this.db),
    ]);
    this.unitsById = new Map(units.map((unit) => [unit.unitId, unit]));
    this.typesById = new Map(types.map((type) => [type.typeId, type]));
    this.rolesById = new Map(roles.map((role) => [role.roleId, role]));
    this.limits = limits;
    this.version += 1;
  }

  get units(): Unit[] {
    return [...this.unitsById.values()];
  }

  get types(): IncidentType[] {
    return [...this.typesById.values()];
  }

  get roles(): Role[] {
    return [...this.rolesById.values()];
  }

  get allLimits(): readonly Limit[] {
    return this.limits;
  }

  findUnit(unitId: number): Unit | undefined {
    return this.unitsById.get(unitId);
  }

  findType(typeId: number): IncidentType | undefined {
    return this.typesById.get(typeId);
  }

  findRole(roleId: number): Role | undefined {
    return this.rolesById.get(roleId);
  }

  /** Minutes from created to first on scene for a priority in a force: the type's own limit, else the priority's, else null. */
  responseMinutes(forceId: number, priority: number, typeId: number): number | null {
    const ofForce = this.limits.filter((limit) => limit.forceId === forceId && limit.priority === priority);
    const found = ofForce.find((limit) => limit.typeId === typeId) ?? ofForce.find((limit) => limit.typeId === null);
    return found?.responseMinutes ?? null;
  }
}
