import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { languages, reasons, reasonText } from './reasons.ts';

test('a reason has one sentence: no capability takes the words of another', () => {
  const folder = path.join(import.meta.dirname, 'reasons');
  const codes = readdirSync(folder).flatMap((file) => {
    const text = readFileSync(path.join(folder, file), 'utf8');
    return [...text.matchAll(/^ {2}'?([a-z_.]+)'?: \{/gm)].map(([, code]) => code);
  });
  expect(codes.length).toBeGreaterThan(100);
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  expect(codes.sort()).toEqual(Object.keys(reasons).sort());
});

test('each stands in the three languages, with the same parameters', () => {
  const parameters = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(([whole]) => whole).sort();
  for (const [code, sentence] of Object.entries(reasons))
    for (const language of languages) {
      expect(sentence[language], code).toMatch(/\S/);
      expect(parameters(sentence[language]), `${code} ${language}`).toEqual(parameters(sentence.en));
    }
});

test('a conflict names what was changed, never a column', () => {
  const fields =
    'type_id, priority, place_text, place_id, longitude, latitude, position_source, radius_metres, narrative, origin, channel, occurred_from, occurred_to, station_id, disposition';
  for (const language of languages)
    expect(reasonText('incident.changed_meanwhile', language, { person: '', fields }), language).not.toMatch(
      /[a-z]_[a-z]/,
    );
  const said = reasonText('incident.changed_meanwhile', 'en', {
    person: 'Rana',
    fields: 'longitude, latitude, place_text',
  });
  expect(said).toContain('the place on the map, the place');
});
