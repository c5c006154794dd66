import { hash } from 'node:crypto';
import type { IncidentDraft } from './compile-mapping.ts';
import { RowError } from './row-error.ts';

/**
 * Returns a judge of one file's keys: the same key again with the same content is the same record, with other content it
 * is a fault of the file, and nobody can tell which row is right. Where a row is a unit's response its own key counts: rows
 * of one incident differ by nature.
 */
export function repeatedKeys(columns: { key: readonly string[]; response: readonly string[] | undefined }) {
  const known = new Map<string, string>();
  const column = (columns.response ?? columns.key).join(', ');
  return (draft: IncidentDraft): void => {
    const { response } = draft;
    const key = response ? `${draft.sourceKey}\n${response.sourceKey}` : draft.sourceKey;
    const content = hash('sha1', JSON.stringify(response ?? draft), 'base64').slice(0, 12);
    const before = known.get(key);
    if (before === undefined) known.set(key, content);
    else if (before !== content) throw new RowError('row.key_repeated', column, key.replace('\n', ' / '));
  };
}
