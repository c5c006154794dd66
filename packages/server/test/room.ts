// A room at work for tests of the incident's record: people signed in, incidents logged, units free to be sent.
import { v7 as uuidv7 } from 'uuid';
import { expect } from 'vitest';
import { connectClient } from '../src/platform/db/pools.ts';
import type { TestServer } from './server.ts';

export type Answer = [status: number, said: unknown];

export class Room {
  readonly server: TestServer;
  private readonly cookies = new Map<string, string>();

  constructor(server: TestServer) {
    this.server = server;
  }

  async signIn(...names: string[]): Promise<void> {
    for (const name of names) this.cookies.set(name, await this.server.signIn(name));
  }

  cookie(userName: string): string {
    return this.cookies.get(userName) ?? '';
  }

  /** Sends a command with a new id unless one is given; returns the status, and the reason or the answer. */
  async post(userName: string, url: string, payload: object): Promise<Answer> {
    const answer = await this.server.http.inject({
      method: 'POST',
      url: `/api/incidents${url}`,
      headers: { cookie: this.cookie(userName) },
      payload: { commandId: uuidv7(), ...payload },
    });
    const said = answer.json();
    return [answer.statusCode, said.errors?.[0]?.reason ?? said.reason ?? said];
  }

  async get(url: string, userName = 'dispatcher') {
    const headers = { cookie: this.cookie(userName) };
    const answer = await this.server.http.inject({ method: 'GET', url: `/api${url}`, headers });
    return answer.json();
  }

  async logged(more: object = {}): Promise<string> {
    const incidentId = uuidv7();
    const room = { roomId: this.server.unit('TRI'), typeId: this.server.type('violence.fight') };
    const payload = { incidentId, ...room, placeText: 'ساحة التمرين', narrative: 'خمسة أشخاص', ...more };
    expect(await this.post('dispatcher', '', payload)).toMatchObject([200, { incidentId }]);
    return incidentId;
  }

  detail(incidentId: string, userName = 'dispatcher') {
    return this.get(`/incidents/${incidentId}`, userName);
  }

  /** Sends a free unit; returns the assignment's id. */
  async sent(incidentId: string): Promise<string> {
    const { units } = await this.get(`/board/${this.server.unit('TRI')}`);
    const free = units.find((unit: { incidentId: string | null }) => unit.incidentId === null);
    const assignmentId = uuidv7();
    const payload = { assignmentId, patrolUnitId: free.patrolUnitId };
    expect((await this.post('dispatcher', `/${incidentId}/assignments`, payload))[0]).toBe(200);
    return assignmentId;
  }

  /** What a statement returns as the owner, past both walls. */
  async owner(text: string, values: unknown[] = []) {
    const client = await connectClient(this.server.ownerUrl, 'tests');
    try {
      return (await client.query(text, values)).rows;
    } finally {
      await client.end();
    }
  }
}

/** A moment some minutes ago, as the wire writes it. */
export const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();
