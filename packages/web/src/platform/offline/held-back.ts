// Which waiting commands must not be sent because an incident they name has not arrived.
import type { Waiting } from './database.ts';

type Command = Pick<Waiting, 'name' | 'incidentId' | 'input' | 'state'>;

/** Goes through the commands in their order and tells of each whether it must wait for a refused one before it. */
export class HeldBack {
  private readonly missing = new Set<string>();

  /** Notes a refused command: what comes after it on its incident waits. */
  refused(command: Command): void {
    this.missing.add(command.incidentId);
  }

  /** Whether a command names an incident that waits: its own, or one it links to, merges into or stands under. */
  holds(command: Command): boolean {
    if (!names(command.input, this.missing)) return false;
    // An incident that is not there yet is missing for what comes after it too.
    if (command.name === 'logIncident') this.missing.add(command.incidentId);
    return true;
  }
}

function names(value: unknown, ids: ReadonlySet<string>): boolean {
  if (typeof value === 'string') return ids.has(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((one) => names(one, ids));
}
