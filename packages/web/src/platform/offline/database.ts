// What the browser keeps for when the link is gone: what was last read, and commands that wait. Restricted parts
// (people and vehicles involved) never come here.
import { Dexie, type EntityTable } from 'dexie';
import type { CommandName } from './commands.ts';

/** Something last read from the server, by whom and when (milliseconds since 1970, the server's clock). */
export interface Kept {
  key: string;
  personId: string;
  at: number;
  value: unknown;
}

/** A command on its way. `order` is the order in which it was made and is sent. */
export interface Waiting {
  order: number;
  commandId: string;
  personId: string;
  name: CommandName;
  /** Exactly what is sent: a repeat must be the same command to the letter. */
  input: Record<string, unknown>;
  incidentId: string;
  madeAt: string;
  state: 'waiting' | 'refused' | 'held';
  /** Why the server refused it: a key of the reasons. A held one waits for the refused one before it. */
  reason: string | null;
  parameters: Record<string, string | number> | null;
  /** How often the server broke over it. */
  faults?: number;
}

const database = new Dexie('marsad') as Dexie & {
  kept: EntityTable<Kept, 'key'>;
  outbox: EntityTable<Waiting, 'order'>;
};
database.version(1).stores({ kept: 'key, personId', outbox: '++order, &commandId, personId' });

export { database };
