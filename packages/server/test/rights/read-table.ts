import { readFileSync } from 'node:fs';
import { type Letter, letters } from './targets.ts';

export type Place = 'incident' | 'room' | 'none';

export interface Row {
  operation: string;
  place: Place;
  /** By role: the letters where it is allowed. */
  allowed: Map<string, Set<Letter>>;
}

/** The letters that mean something for a row. */
export const lettersOf: Record<Place, readonly Letter[]> = {
  incident: letters,
  room: ['o', 'n', 'c', 'd', 'x', 'h'],
  none: ['o', 'd', 'h'],
};

/** Reads rights-table.md. @throws where a cell holds what is no letter of its row */
export function readTable(file: string): { roles: string[]; rows: Row[] } {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|') && !line.startsWith('|-') && !line.startsWith('| -'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const [head, ...body] = lines;
  const roles = head?.slice(2) ?? [];
  const rows = body.map(([operation = '', place = '', ...cells]) => {
    const possible = lettersOf[place as Place];
    if (!possible) throw new Error(`Expected ${operation} to be about incident, room or none, got "${place}".`);
    const allowed = roles.map((role, index): [string, Set<Letter>] => {
      const cell = cells[index] ?? '';
      const chosen = cell === '*' ? [...possible] : ([...cell.replaceAll(/[\s.]/g, '')] as Letter[]);
      const wrong = chosen.find((letter) => !possible.includes(letter));
      if (wrong)
        throw new Error(`Expected letters of "${possible.join('')}" for ${operation}, ${role}, got "${cell}".`);
      return [role, new Set(chosen)];
    });
    return { operation, place: place as Place, allowed: new Map(allowed) };
  });
  return { roles, rows };
}
