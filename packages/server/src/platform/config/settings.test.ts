import path from 'node:path';
import { expect, test } from 'vitest';
import { describeSettings, type Environment, readSettings, weakSettings } from './settings.ts';

function settingsOf(env: Environment) {
  const read = readSettings(env, '/srv/marsad');
  if ('errors' in read) throw new Error(read.errors.join('\n'));
  return read.settings;
}

test('with nothing set, listens on this machine alone and keeps its data beside the project', () => {
  expect(settingsOf({})).toMatchObject({
    mode: 'tryout',
    host: '127.0.0.1',
    port: 8080,
    dataFolder: path.resolve('/srv/marsad/data'),
    origin: 'http://localhost:8080',
    idleMinutes: 30,
    attachmentMegabytes: 25,
    tls: undefined,
    databaseUrl: undefined,
  });
});

test('an empty value counts as unset', () => {
  expect(settingsOf({ MARSAD_PORT: ' ', DATABASE_URL: '' })).toMatchObject({ port: 8080, databaseUrl: undefined });
});

test.each([
  ['MARSAD_PORT', '80a', 'Expected MARSAD_PORT to be a whole number, got "80a"'],
  ['MARSAD_PORT', '70000', 'Expected MARSAD_PORT to be a number of at most 65535, got "70000"'],
  ['MARSAD_MODE', 'production', 'Expected MARSAD_MODE to be tryout or serve, got "production"'],
  ['MARSAD_ORIGIN', 'https://marsad.example/board', 'Expected MARSAD_ORIGIN to be an address without a path'],
  ['MARSAD_TLS_CERT', 'cert.pem', 'got MARSAD_TLS_CERT alone. Set MARSAD_TLS_KEY too'],
])('%s=%s is refused with what to do', (name, value, said) => {
  const read = readSettings({ [name]: value });
  expect('errors' in read && read.errors).toEqual([expect.stringContaining(said)]);
});

test('every wrong setting is told at once, and no password with them', () => {
  const read = readSettings({ MARSAD_PORT: '-1', DATABASE_URL: 'mysql://owner:hidden-word@db/marsad' });
  expect('errors' in read && read.errors).toHaveLength(2);
  expect(JSON.stringify(read)).not.toContain('hidden-word');
});

test('the description shows values and defaults and hides secrets', () => {
  const lines = describeSettings({ MARSAD_PORT: '9000', DATABASE_URL: 'postgres://owner:hidden-word@db/marsad' });
  expect(lines.find((line) => line.name === 'MARSAD_PORT')).toMatchObject({ value: '9000', default: '8080' });
  expect(lines.find((line) => line.name === 'DATABASE_URL')).toMatchObject({ value: 'set (hidden)' });
  expect(JSON.stringify(lines)).not.toContain('hidden-word');
  expect(lines.every((line) => line.about.length > 20)).toBe(true);
});

const tls = { MARSAD_TLS_CERT: 'a.pem', MARSAD_TLS_KEY: 'b.pem' };

test.each([
  [{ MARSAD_HOST: '0.0.0.0' }, ['without it']],
  [{ MARSAD_HOST: '0.0.0.0', ...tls }, ['Set MARSAD_ORIGIN']],
  [{ MARSAD_HOST: '0.0.0.0', MARSAD_ORIGIN: 'https://marsad.example', ...tls }, []],
  [{ MARSAD_ORIGIN: 'http://marsad.example' }, ['in the open']],
  [{ MARSAD_ORIGIN: 'https://marsad.example' }, []],
  [{ MARSAD_IDLE_MINUTES: '1000' }, ['Lower it']],
  [{}, []],
])('serving with %j is weak by %j', (env, said) => {
  const weak = weakSettings(settingsOf({ MARSAD_MODE: 'serve', ...env }));
  expect(weak).toEqual(said.map((part) => expect.stringContaining(part)));
  expect(weakSettings(settingsOf({ ...env }))).toEqual([]);
});
