import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { loadPracticeIncidents } from './load-practice-incidents.ts';

export interface Filling {
  dataFolder: string;
  incidents: number;
  seed: number;
  until: Date;
  progress?: (written: number) => void;
}

/** Fills the practice force and writes its answer key into the data folder; returns where that lies. */
export async function fillPracticeForce(owner: pg.Pool, filling: Filling): Promise<string> {
  const { dataFolder, ...wanted } = filling;
  mkdirSync(dataFolder, { recursive: true });
  const file = path.join(dataFolder, 'practice-answer-key.csv');
  const client = await owner.connect();
  try {
    // A statement of a long COPY may last longer than a request ever may.
    await client.query('SET statement_timeout = 0');
    await loadPracticeIncidents(client, { ...wanted, answerKey: createWriteStream(file) });
  } finally {
    client.release(true);
  }
  return file;
}
