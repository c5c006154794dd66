// An application in this process on the machine's database, so that what it sends to the driver can be heard.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createApp } from '../packages/server/src/app.ts';
import { systemClock } from '../packages/server/src/platform/clock/clock.ts';
import { readKeys } from '../packages/server/src/platform/files/keys.ts';
import type { Target } from './create-incidents.ts';
import type { Machine } from './machine.ts';

export async function createRecorder(machine: Machine) {
  const folder = mkdtempSync(path.join(tmpdir(), 'marsad-recorder-'));
  const app = await createApp({
    ownerUrl: machine.ownerUrl,
    runtimeUrl: machine.runtimeUrl,
    keys: readKeys(machine.dataFolder),
    clock: systemClock,
    origin: machine.address,
    idleMinutes: 30,
    logLevel: 'silent',
    webFolder: null,
    martFile: path.join(folder, 'mart.duckdb'),
    headsFile: path.join(folder, 'audit-heads.jsonl'),
    filesFolder: path.join(folder, 'files'),
  });
  return {
    log: async (target: Target): Promise<void> => {
      const answer = await app.http.inject({
        method: 'POST',
        url: '/api/incidents',
        headers: { cookie: target.cookie },
        payload: {
          commandId: randomUUID(),
          incidentId: randomUUID(),
          roomId: target.roomId,
          typeId: target.typeId,
          placeText: 'bench',
          narrative: 'five people in the square',
          longitude: 35.5,
          latitude: 33.9,
        },
      });
      if (answer.statusCode !== 200) throw new Error(`Expected an incident, got ${answer.statusCode} ${answer.body}.`);
    },
    close: async (): Promise<void> => {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
