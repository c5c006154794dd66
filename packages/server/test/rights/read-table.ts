import { readFileSync } from 'node:fs';
import { type About, type Letter, lettersOf } from './places.ts';

export interface Row {
  /** The operation or the route, with what is particular about the call in brackets. */
  name: string;
  about: About;
  /** By role: the letters where it is allowed. */
  allowed: Map<string, Set<Letter>>;
}

/** Not of the person, not of their force: what `*` leaves out and `**` does not. */
const beyond: readonly Letter[] = ['f', 'z'];

/** Reads rights-table.md. @throws where a cell holds what is no letter of its row */
export function readTable(file: string): { roles: string[]; rows: Row[] } {
  const written = readFileSync(file, 'utf8').split('\n');
  // The legend before it is a table too.
  const lines = written
    .slice(written.findIndex((line) => line.startsWith('| what |')))
    .filter((line) => line.startsWith('|') && !line.startsWith('|-') && !line.startsWith('| -'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const [head, ...body] = lines;
  const roles = head?.slice(2) ?? [];
  const rows = body.map(([name = '', about = '', ...cells]) => {
    const possible: readonly Letter[] | undefined = lettersOf[about as About];
    if (!possible)
      throw new Error(`Expected ${name} to be about ${Object.keys(lettersOf).join(', ')}, got "${about}".`);
    const allowed = roles.map((role, index): [string, Set<Letter>] => {
      const cell = cells[index] ?? '';
      const chosen = lettersIn(cell, possible);
      const wrong = chosen.find((letter) => !possible.includes(letter));
      if (wrong) throw new Error(`Expected letters of "${possible.join('')}" for ${name}, ${role}, got "${cell}".`);
      return [role, new Set(chosen)];
    });
    return { name, about: about as About, allowed: new Map(allowed) };
  });
  return { roles, rows };
}

function lettersIn(cell: string, possible: readonly Letter[]): readonly Letter[] {
  if (cell === '**') return possible;
  if (cell === '*') return possible.filter((letter) => !beyond.includes(letter));
  return [...cell.replaceAll(/[\s.]/g, '')] as Letter[];
}
