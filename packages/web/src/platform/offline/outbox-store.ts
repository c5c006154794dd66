// Where commands stand until the server has taken them: the browser's database, and this page's memory while that is full,
// forbidden or does not answer. A command in memory is sent like any other, but ends with the page: screens say so.
import { liveQuery } from 'dexie';
import type { Waiting } from './database.ts';

export type Made = Omit<Waiting, 'order'>;

/** The part of the database that is used here. A test gives one that fails. */
export interface Disk {
  /** Writes a command, and where it corrects a refused incident takes the place of that. */
  put(row: Made): Promise<void>;
  rows(personId: string): Promise<Waiting[]>;
  update(order: number, more: Partial<Waiting>): Promise<void>;
  remove(order: number): Promise<void>;
}

// Behind everything in the database: what stands there was made before.
const firstInMemory = 2 ** 40;
const patienceMilliseconds = 3_000;

export class OutboxStore {
  private readonly disk: Disk;
  private readonly memory = new Map<number, Waiting>();
  private nextInMemory = firstInMemory;
  private readonly listeners = new Set<() => void>();

  constructor(disk: Disk) {
    this.disk = disk;
  }

  /** Writes a command down, in memory where the database does not take it. */
  async put(row: Made): Promise<void> {
    try {
      await this.moveToDisk();
      await inTime(this.disk.put(row));
    } catch {
      const old = [...this.memory.values()].find((one) => isCorrectedBy(one, row));
      const order = old?.order ?? this.nextInMemory++;
      this.memory.set(order, { ...row, order });
      this.tell();
    }
  }

  /** The commands of a person in the order in which they were made. */
  async rows(personId: string): Promise<Waiting[]> {
    const kept = await inTime(this.disk.rows(personId)).catch(() => []);
    const here = [...this.memory.values()].filter((row) => row.personId === personId);
    // A write that was given up may have been taken after all.
    const known = new Set(here.map((row) => row.commandId));
    return [...kept.filter((row) => !known.has(row.commandId)), ...here].sort((a, b) => a.order - b.order);
  }

  /** Notes what became of a command. What the database does not take costs a repeat, which is harmless. */
  async update(order: number, more: Partial<Waiting>): Promise<void> {
    const here = this.memory.get(order);
    if (!here) return inTime(this.disk.update(order, more)).catch(() => undefined);
    this.memory.set(order, { ...here, ...more });
    this.tell();
  }

  async remove(order: number): Promise<void> {
    if (!this.memory.delete(order)) return inTime(this.disk.remove(order)).catch(() => undefined);
    this.tell();
  }

  /** How many commands the database has not taken: they are lost when the page closes. */
  unkept = (): number => this.memory.size;

  /** Calls back when what is in memory changes. Returns how to stop. */
  onMemory = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Calls back with the commands of a person, now and when they change, in any tab. Returns how to stop. */
  watch(personId: string, next: (rows: Waiting[]) => void): () => void {
    const ask = () => this.rows(personId).then(next);
    const stop = this.onMemory(ask);
    const kept = liveQuery(() => this.disk.rows(personId)).subscribe({ next: ask, error: ask });
    return () => {
      stop();
      kept.unsubscribe();
    };
  }

  /** What waits in memory goes first to the database when that works again: the order holds, and a closed page loses nothing. */
  private async moveToDisk(): Promise<void> {
    for (const row of [...this.memory.values()].sort((a, b) => a.order - b.order)) {
      const { order, ...made } = row;
      await inTime(this.disk.put(made));
      this.memory.delete(order);
      this.tell();
    }
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

/** Whether a command is the refused log of the same incident that another one corrects. */
export const isCorrectedBy = (old: Made, row: Made): boolean =>
  row.name === 'logIncident' &&
  old.name === 'logIncident' &&
  old.state === 'refused' &&
  old.incidentId === row.incidentId &&
  old.personId === row.personId;

function inTime<Result>(work: Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () =>
        reject(new Error('Expected the browser’s database to answer, got nothing. Free some space on this machine.')),
      patienceMilliseconds,
    );
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
