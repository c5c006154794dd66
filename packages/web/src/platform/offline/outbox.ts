// Every command goes this way: written down first, then sent, in the order it was made, until the server has answered.
// The client's ids make a repeat harmless, so a lost answer, a reload or a power cut costs nothing and doubles nothing.
import { liveQuery } from 'dexie';
import { useEffect, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { actingPostId, api } from '../api.ts';
import type { CommandName } from './commands.ts';
import { database, type Waiting } from './database.ts';
import { deviceId } from './device.ts';
import { HeldBack } from './held-back.ts';
import { judgeFailure } from './judge-failure.ts';
import { serverNow } from './kept.ts';
import { heard, lost, onLinkTurn } from './link.ts';

type Inputs = { [Name in CommandName]: Parameters<(typeof api.incidents)[Name]>[0] };
/** What a screen gives; the outbox adds the id and the time it was made. */
export type Given<Name extends CommandName> = Omit<Inputs[Name], 'commandId' | 'madeAt' | 'actingPostId'> & {
  commandId?: string;
  incidentId: string;
};

type Outcome = { sent: true } | { sent: false };
const retryMilliseconds = [1_000, 2_000, 4_000, 8_000, 15_000];

class Outbox {
  private personId: string | null = null;
  private running: Promise<void> | null = null;
  private wanted = false;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Screens that wait for the outcome of a command they have just made. */
  private readonly askers = new Map<string, { resolve(outcome: Outcome): void; reject(error: unknown): void }>();

  /** Whose commands are sent from now on; null stops. */
  open(personId: string | null): void {
    this.personId = personId;
    if (personId) this.poke();
  }

  /**
   * Writes a command down and sends it. Resolves `sent: true` when the server has taken it, `sent: false` when it waits
   * for the link. Rejects with the server's refusal, and then keeps nothing: the screen still has what was typed.
   */
  async perform<Name extends CommandName>(name: Name, given: Given<Name>): Promise<Outcome> {
    const commandId = given.commandId ?? uuidv7();
    const outcome = new Promise<Outcome>((resolve, reject) => this.askers.set(commandId, { resolve, reject }));
    try {
      await this.writeDown(name, { ...given, commandId });
    } catch (error) {
      this.askers.delete(commandId);
      throw error;
    }
    return outcome;
  }

  /**
   * Writes a command down and sends it in its turn. Resolves when it stands in the outbox, where no closed window loses
   * it: a hand that goes on typing waits for no server. A refusal stays there with its reason, to be corrected.
   */
  async writeDown<Name extends CommandName>(name: Name, given: Given<Name>): Promise<void> {
    const personId = this.personId;
    if (!personId) throw new Error('Expected somebody signed in, got nobody. Sign in again.');
    const madeAt = new Date(serverNow()).toISOString();
    const commandId = given.commandId ?? uuidv7();
    const row: Omit<Waiting, 'order'> = {
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
    };
    await this.write(row);
    this.poke();
  }

  /** A refused incident that was corrected takes its old place: what was added to it since still comes after it. */
  private async write(row: Omit<Waiting, 'order'>): Promise<void> {
    await database.transaction('rw', database.outbox, async () => {
      const old = await database.outbox
        .where('personId')
        .equals(row.personId)
        .filter((one) => one.incidentId === row.incidentId && one.name === 'logIncident')
        .first();
      if (row.name === 'logIncident' && old?.state === 'refused') await database.outbox.update(old.order, row);
      else await database.outbox.add(row as Waiting);
    });
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

  /** Takes a refused command back to the queue, with those it held. */
  async again(row: Waiting): Promise<void> {
    // A post that is no longer theirs would be refused for ever.
    const input = row.reason === 'post.not_yours' ? { ...row.input, actingPostId: actingPostId() } : row.input;
    await database.outbox.update(row.order, { input, state: 'waiting', reason: null, parameters: null });
    this.poke();
  }

  /** Throws a refused command away, as its maker decided. */
  async discard(row: Waiting): Promise<void> {
    await database.outbox.delete(row.order);
    this.poke();
  }

  private async sendAll(): Promise<void> {
    const personId = this.personId;
    if (!personId) return;
    const rows = await database.outbox.where('personId').equals(personId).sortBy('order');
    const back = new HeldBack();
    for (const row of rows) {
      // Somebody else came meanwhile: nothing is sent in their name.
      if (this.personId !== personId) return;
      if (row.state === 'refused') back.refused(row);
      else if (back.holds(row)) await database.outbox.update(row.order, { state: 'held' });
      else {
        const outcome = await this.send(row);
        if (outcome === 'stop') return;
        if (outcome === 'refused') back.refused(row);
      }
    }
    this.failures = 0;
    await this.settleElsewhere();
  }

  /** Another tab may have sent, or been refused, what a screen of this one waits for. */
  private async settleElsewhere(): Promise<void> {
    for (const [commandId, asker] of this.askers) {
      const row = await database.outbox.where('commandId').equals(commandId).first();
      if (row?.state === 'waiting') continue;
      this.askers.delete(commandId);
      asker.resolve({ sent: row === undefined });
    }
  }

  private async send(row: Waiting): Promise<'sent' | 'refused' | 'stop'> {
    try {
      await (api.incidents[row.name] as (input: unknown) => Promise<unknown>)(row.input);
      heard();
      await database.outbox.delete(row.order);
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
      if (failure.kind === 'later') {
        if (!failure.heard) lost();
        this.waitAll();
        const wait = retryMilliseconds[Math.min(this.failures, retryMilliseconds.length - 1)];
        this.failures += 1;
        this.timer = setTimeout(() => this.poke(), wait);
        return 'stop';
      }
      heard();
      // A screen that waits takes its words back to correct them; without one they stay here with the reason.
      if (this.askers.has(row.commandId)) {
        await database.outbox.delete(row.order);
        this.settle(row, (one) => one.reject(error));
        return 'sent';
      }
      const { reason, parameters } = failure;
      await database.outbox.update(row.order, { state: 'refused', reason, parameters });
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

export const outbox = new Outbox();
addEventListener('online', () => outbox.poke());
addEventListener('offline', lost);
onLinkTurn(() => outbox.poke());

/** The commands of a person that wait, were refused or are held, in every tab alike. */
export function useWaiting(personId: string | null): Waiting[] {
  const [rows, setRows] = useState<Waiting[]>([]);
  useEffect(() => {
    if (!personId) return setRows([]);
    const watch = liveQuery(() => database.outbox.where('personId').equals(personId).sortBy('order')).subscribe({
      next: setRows,
      error: () => {},
    });
    return () => watch.unsubscribe();
  }, [personId]);
  return rows;
}
