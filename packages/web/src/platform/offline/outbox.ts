// Every command goes this way: written down first, then sent, in the order it was made, until the server has answered.
// The client's ids make a repeat harmless, so a lost answer, a reload or a power cut costs nothing and doubles nothing.
import { useEffect, useState, useSyncExternalStore } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { actingPostId, api } from '../api.ts';
import type { CommandName } from './commands.ts';
import type { Waiting } from './database.ts';
import { deviceId } from './device.ts';
import { HeldBack } from './held-back.ts';
import { judgeFailure } from './judge-failure.ts';
import { heard, lost, onLinkTurn } from './link.ts';
import { outboxDisk } from './outbox-disk.ts';
import { type Made, OutboxStore } from './outbox-store.ts';
import { isOfTime, remade } from './remade.ts';
import { serverNow } from './server-time.ts';

type Inputs = { [Name in CommandName]: Parameters<(typeof api.incidents)[Name]>[0] };
/** What a screen gives; the outbox adds the id and the time it was made. */
export type Given<Name extends CommandName> = Omit<Inputs[Name], 'commandId' | 'madeAt' | 'actingPostId'> & {
  commandId?: string;
  incidentId: string;
};

type Outcome = { sent: true } | { sent: false };
const retryMilliseconds = [1_000, 2_000, 4_000, 8_000, 15_000] as const;
// A server that breaks over one command takes the others: after so many times that one is set aside.
const mostFaults = 5;

export class Outbox {
  readonly store: OutboxStore;
  private personId: string | null = null;
  private running: Promise<void> | null = null;
  private wanted = false;
  /** What was set aside for a fault of the server is tried once more: it may run a mended version by now. */
  private anew = false;
  private failures = 0;
  private faultAt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Screens that wait for the outcome of a command they have just made. */
  private readonly askers = new Map<string, { resolve(outcome: Outcome): void; reject(error: unknown): void }>();

  constructor(store: OutboxStore) {
    this.store = store;
  }

  /** Whose commands are sent from now on; null stops. */
  open(personId: string | null): void {
    this.personId = personId;
    this.anew = true;
    if (!personId) return;
    // A browser short of space throws away first what nobody asked it to keep.
    navigator.storage?.persist?.().catch(() => undefined);
    this.poke();
  }

  /**
   * Writes a command down and sends it. Resolves `sent: true` when the server has taken it, `sent: false` when it waits
   * for the link. Rejects with the server's refusal, and then keeps nothing: the screen still has what was typed.
   */
  async perform<Name extends CommandName>(name: Name, given: Given<Name>): Promise<Outcome> {
    const row = this.make(name, given);
    await this.store.put(row);
    // Only now: until it stands there, its absence would be taken for its arrival.
    const outcome = new Promise<Outcome>((resolve, reject) => this.askers.set(row.commandId, { resolve, reject }));
    this.poke();
    return outcome;
  }

  /**
   * Writes a command down and sends it in its turn. Resolves when it stands in the outbox, where no closed window loses
   * it: a hand that goes on typing waits for no server. A refusal stays there with its reason, to be corrected.
   */
  async writeDown<Name extends CommandName>(name: Name, given: Given<Name>): Promise<void> {
    await this.store.put(this.make(name, given));
    this.poke();
  }

  private make<Name extends CommandName>(name: Name, given: Given<Name>): Made {
    const personId = this.personId;
    if (!personId) throw new Error('Expected somebody signed in, got nobody. Sign in again.');
    const madeAt = new Date(serverNow()).toISOString();
    const commandId = given.commandId ?? uuidv7();
    return {
      commandId,
      personId,
      name,
      // The post of the moment it was made, whatever is chosen when it leaves.
      input: { ...given, commandId, madeAt, deviceId: deviceId(), actingPostId: actingPostId() },
      incidentId: given.incidentId,
      madeAt,
      state: 'waiting',
      reason: null,
      parameters: null,
      faults: 0,
    };
  }

  /** The link has turned: sends what waits, and once more what the server broke over. */
  turned(): void {
    this.anew = true;
    this.poke();
  }

  /** Sends what waits, now. */
  poke(): void {
    clearTimeout(this.timer);
    this.wanted = true;
    if (this.running) return;
    this.wanted = false;
    // One tab sends at a time, so that the order holds. Without locks (a page that is not secure) the ids still do.
    const work = () => this.sendAll();
    const locked = navigator.locks ? navigator.locks.request('marsad-outbox', work) : work();
    this.running = Promise.resolve(locked)
      .catch(() => undefined)
      .then(() => {
        this.running = null;
        if (this.wanted) this.poke();
      });
  }

  /** Takes a refused command back to the queue, with those it held; one refused for the time it was made, as made now. */
  async again(row: Waiting): Promise<void> {
    // A post that is no longer theirs would be refused for ever.
    const input = row.reason === 'post.not_yours' ? { ...row.input, actingPostId: actingPostId() } : row.input;
    const anew = isOfTime(row.reason) ? remade(row, serverNow()) : { input };
    await this.store.update(row.order, { ...anew, state: 'waiting', reason: null, parameters: null, faults: 0 });
    this.poke();
  }

  /** Throws a refused command away, as its maker decided. */
  async discard(row: Waiting): Promise<void> {
    await this.store.remove(row.order);
    this.poke();
  }

  private async sendAll(): Promise<void> {
    const personId = this.personId;
    if (!personId) return;
    const rows = await this.store.rows(personId);
    const back = new HeldBack();
    const { anew } = this;
    this.anew = false;
    for (const row of rows) {
      // Somebody else came meanwhile: nothing is sent in their name.
      if (this.personId !== personId) return;
      if (row.state === 'refused' && !(anew && row.reason === 'unexpected')) back.refused(row);
      else if (back.holds(row)) await this.store.update(row.order, { state: 'held' });
      else {
        const outcome = await this.send(row);
        if (outcome === 'stop') return;
        if (outcome === 'refused') back.refused(row);
      }
    }
    this.failures = 0;
    await this.settleElsewhere(personId);
  }

  /** Another tab may have sent, or been refused, what a screen of this one waits for. */
  private async settleElsewhere(personId: string): Promise<void> {
    if (this.askers.size === 0) return;
    const rows = await this.store.rows(personId);
    for (const [commandId, asker] of this.askers) {
      const row = rows.find((one) => one.commandId === commandId);
      if (row?.state === 'waiting') continue;
      this.askers.delete(commandId);
      asker.resolve({ sent: row === undefined });
    }
  }

  private async send(row: Waiting): Promise<'sent' | 'refused' | 'stop'> {
    try {
      await (api.incidents[row.name] as (input: unknown) => Promise<unknown>)(row.input);
      heard();
      await this.store.remove(row.order);
      this.settle(row, (one) => one.resolve({ sent: true }));
      return 'sent';
    } catch (error) {
      const failure = judgeFailure(error);
      // Signed out: everything waits for the next sign-in of the same person.
      if (failure.kind === 'signedOut') {
        heard();
        this.waitAll();
        return 'stop';
      }
      if (failure.kind === 'fault') {
        heard();
        // A quick hand that pokes at it does not make a passing fault a lasting one.
        const again = Date.now() - this.faultAt >= retryMilliseconds[0];
        const faults = (row.faults ?? 0) + (again ? 1 : 0);
        if (again) this.faultAt = Date.now();
        const aside = { state: 'refused', reason: 'unexpected', parameters: failure.parameters } as const;
        await this.store.update(row.order, faults < mostFaults ? { faults } : { ...aside, faults });
        if (faults >= mostFaults) {
          this.failures = 0;
          return 'refused';
        }
      }
      if (failure.kind !== 'refused') {
        if (failure.kind === 'later' && !failure.heard) lost();
        this.waitAll();
        const wait = retryMilliseconds[Math.min(this.failures, retryMilliseconds.length - 1)];
        this.failures += 1;
        this.timer = setTimeout(() => this.poke(), wait);
        return 'stop';
      }
      heard();
      // The very answer has told the time: what lies ahead of it was made by a clock here that went wrong, and never taken.
      if (failure.reason === 'time.future' && Date.parse(row.madeAt) > serverNow()) {
        const anew = { ...row, ...remade(row, serverNow()) };
        await this.store.update(row.order, anew);
        return this.send(anew);
      }
      // A screen that waits takes its words back to correct them; without one they stay here with the reason.
      if (this.askers.has(row.commandId)) {
        await this.store.remove(row.order);
        this.settle(row, (one) => one.reject(error));
        return 'sent';
      }
      const { reason, parameters } = failure;
      await this.store.update(row.order, { state: 'refused', reason, parameters });
      return 'refused';
    }
  }

  private settle(row: Waiting, how: (asker: { resolve(o: Outcome): void; reject(e: unknown): void }) => void): void {
    const asker = this.askers.get(row.commandId);
    this.askers.delete(row.commandId);
    if (asker) how(asker);
  }

  private waitAll(): void {
    for (const asker of this.askers.values()) asker.resolve({ sent: false });
    this.askers.clear();
  }
}

export const outbox = new Outbox(new OutboxStore(outboxDisk));
addEventListener('online', () => outbox.poke());
addEventListener('offline', lost);
onLinkTurn(() => outbox.turned());
// What the browser's database has not taken would go with the page: whoever closes it is asked.
addEventListener('beforeunload', (event) => {
  if (outbox.store.unkept() > 0) event.preventDefault();
});

/** The commands of a person that wait, were refused or are held, in every tab alike. */
export function useWaiting(personId: string | null): Waiting[] {
  const [rows, setRows] = useState<Waiting[]>([]);
  useEffect(() => {
    if (!personId) return setRows([]);
    return outbox.store.watch(personId, setRows);
  }, [personId]);
  return rows;
}

/** How many commands stand in this page alone, because the browser's database does not take them. */
export const useUnkept = (): number => useSyncExternalStore(outbox.store.onMemory, outbox.store.unkept);
