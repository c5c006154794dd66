import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, inject, test } from 'vitest';
import { cloneTemplate } from '../../../../test/server.ts';
import { connectClient } from '../../../platform/db/pools.ts';
import { openMart } from '../../analysis/index.ts';
import { fillMart } from './fill-mart.ts';

test('practice incidents go straight into a mart, and none into the database', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'marsad-mart-'));
  const owner = await connectClient(await cloneTemplate(inject('ownerUrl')), 'test');
  const file = path.join(folder, 'measure.duckdb');
  try {
    const until = new Date('2026-01-01T00:00:00Z');
    const written = await fillMart(owner, { path: file, incidents: 5_000, seed: 1, until });
    expect(written).toBe(5_000);
    expect((await owner.query('SELECT count(*) AS n FROM incident')).rows[0].n).toBe(0);
    const mart = await openMart({ path: file, memoryMegabytes: 100, threads: 1, readers: 1 });
    const found = await mart.file.read(
      'SELECT count(*)::INTEGER AS n, count(DISTINCT room_id)::INTEGER AS rooms FROM incident JOIN incident_class USING (class_id)',
    );
    await mart.file.close();
    expect(found).toEqual([{ n: 5_000, rooms: 22 }]);
  } finally {
    await owner.end();
    rmSync(folder, { recursive: true, force: true });
  }
});
