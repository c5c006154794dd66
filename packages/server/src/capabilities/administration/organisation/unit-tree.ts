// The tree of units as one command or query sees it, with the area of its action: who stands where, and whether it is
// within reach. A command reads it anew under a lock, so that two people cannot each make half of a loop.
import type { SqlScope } from '../../../platform/operations/actor.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import { localDate } from './local-date.ts';
import { isEnded, type Unit } from './organisation.ts';
import { loadUnits, lockOrganisation } from './store.ts';

export class UnitTree {
  readonly units: readonly Unit[];
  private readonly byId: Map<number, Unit>;
  private readonly whole: Set<number>;
  private readonly now: Date;

  constructor(units: readonly Unit[], scope: SqlScope, now: Date) {
    this.units = units;
    this.byId = new Map(units.map((unit) => [unit.unitId, unit]));
    this.whole = new Set(scope.units);
    this.now = now;
  }

  find(unitId: number): Unit | undefined {
    return this.byId.get(unitId);
  }

  /** From a unit up to its root, itself first. */
  pathOf(unitId: number): Unit[] {
    const path: Unit[] = [];
    for (let unit = this.byId.get(unitId); unit && !path.includes(unit); unit = this.byId.get(unit.parentId ?? -1))
      path.push(unit);
    return path;
  }

  /** Ids of a unit and of all under it. */
  under(unitId: number): number[] {
    const within = this.units.filter((unit) => this.pathOf(unit.unitId).some((one) => one.unitId === unitId));
    return within.map((unit) => unit.unitId);
  }

  /** Whether the action reaches a unit: it or one above it is in the scope. */
  reaches(unitId: number): boolean {
    return this.pathOf(unitId).some((unit) => this.whole.has(unit.unitId));
  }

  /** A unit within reach; one outside is refused as if it were not there. */
  take(unitId: number, field = 'unitId'): Unit {
    const unit = this.reaches(unitId) ? this.byId.get(unitId) : undefined;
    return unit ?? refuse('NOT_FOUND', 'unit.unknown', { field });
  }

  /** A unit within reach that has not ended. */
  takeLive(unitId: number, field = 'unitId'): Unit {
    const unit = this.take(unitId, field);
    if (this.isEnded(unit)) refuse('CONFLICT', 'unit.ended', { field });
    return unit;
  }

  isEnded(unit: Unit): boolean {
    return isEnded(unit, this.now);
  }

  today(unit: Pick<Unit, 'timeZone'>): string {
    return localDate(this.now, unit.timeZone);
  }
}

/** Reads the tree for a command, which until its end is alone in changing the organisation. */
export async function openTree({ tx, scope, now }: CommandContext): Promise<UnitTree> {
  await lockOrganisation(tx);
  return new UnitTree(await loadUnits(tx), scope, now);
}
