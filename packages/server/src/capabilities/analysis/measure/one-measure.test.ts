// Every figure compiles from one measure type; no chart has SQL of its own. That only `mart/` and `measure/` reach the mart's
// file is a rule of the import directions; here, that nothing beside them asks an open mart, and that each figure is a measure.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { overviewFigure, overviewRequest } from '@marsad/contract/analysis/get-overview.ts';
import { measure } from '@marsad/contract/analysis/measure.ts';
import { expect, test } from 'vitest';
import { overviewMeasures } from '../overview/overview-measures.ts';

const capabilities = path.resolve(import.meta.dirname, '../..');
const mayAsk = /^analysis\/(mart|measure)\//;
const asks = /\bfile\s*\.\s*(read|write)\s*\(|\bread\s*\(\s*['"`]|\.connection\b/;

test('outside mart and measure no statement is sent to the mart', () => {
  const asking = readdirSync(capabilities, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(file))
    .filter((file) => {
      const text = readFileSync(path.join(capabilities, file), 'utf8');
      return /\bMart\b/.test(text) && asks.test(text);
    });
  expect(asking.filter((file) => mayAsk.test(file))).toContain('analysis/mart/mart.ts');
  expect(asking.filter((file) => !mayAsk.test(file))).toEqual([]);
});

test('each figure of the Overview is a measure that the contract takes, and stands on the filters that were asked for', () => {
  const filters = { from: '2026-01-01', to: '2026-06-30', units: [7], typeCodes: ['theft'], priorities: [1, 3] };
  const measures = overviewMeasures(overviewRequest.parse({ filters }));
  expect(Object.keys(measures).sort()).toEqual([...overviewFigure.options].sort());
  for (const [figure, one] of Object.entries(measures)) {
    const { from, to, ...chosen } = measure.parse(one).filters;
    expect(chosen, figure).toEqual({ units: [7], typeCodes: ['theft'], priorities: [1, 3] });
    expect([from, to], figure).toEqual(
      figure === 'lastYear' ? ['2025-01-02', '2025-07-01'] : ['2026-01-01', '2026-06-30'],
    );
  }
});
