// Whole tables as COPY text: out in pieces of whole rows, in again piece by piece.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

const newline = 0x0a;

export interface RowPiece {
  text: Buffer;
  rows: number;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Yields the rows of `table` as COPY text, in pieces of whole rows of about `pieceBytes`. Memory: one piece. */
export async function* copyOut(
  client: pg.ClientBase,
  table: string,
  columns: readonly string[],
  pieceBytes: number,
): AsyncGenerator<RowPiece> {
  const stream = client.query(
    copyTo(`COPY (SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(table)}) TO STDOUT`),
  );
  let waiting: Buffer[] = [];
  let size = 0;
  let rows = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    waiting.push(chunk);
    size += chunk.length;
    for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, at + 1)) rows += 1;
    if (size < pieceBytes || rows === 0) continue;
    const all = Buffer.concat(waiting);
    // In COPY text a line feed always ends a row: those inside values are written as \n.
    const end = all.lastIndexOf(newline) + 1;
    yield { text: all.subarray(0, end), rows };
    waiting = [all.subarray(end)];
    size = all.length - end;
    rows = 0;
  }
  if (size > 0) yield { text: Buffer.concat(waiting), rows };
}

/** Writes one piece of COPY text into `table`. */
export async function copyIn(
  client: pg.ClientBase,
  table: string,
  columns: readonly string[],
  text: Buffer,
): Promise<void> {
  const stream = client.query(copyFrom(`COPY ${quoted(table)} (${columns.map(quoted).join(', ')}) FROM STDIN`));
  await pipeline(Readable.from([text]), stream);
}
