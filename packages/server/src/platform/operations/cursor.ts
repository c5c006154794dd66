import { refuse } from './refuse.ts';

/** The key of a page's last row as an opaque text. */
export const encodeCursor = (parts: readonly string[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url');

/** The parts of a cursor. Refuses one that we did not make. */
export function decodeCursor(cursor: string, length: number): string[] {
  try {
    const parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown;
    if (Array.isArray(parts) && parts.length === length && parts.every((part) => typeof part === 'string'))
      return parts;
  } catch {
    // Not JSON: refused like any other text.
  }
  return refuse('UNPROCESSABLE_CONTENT', 'cursor.invalid', { field: 'cursor' });
}
