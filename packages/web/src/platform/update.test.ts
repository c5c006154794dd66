import { expect, test, vi } from 'vitest';

const page = (entry: string) =>
  `<head><script type="module" crossorigin src="/assets/${entry}"></script><link rel="stylesheet" href="/assets/index.css"></head>`;
vi.stubGlobal('document', { head: { innerHTML: page('index-a.js') } });
const { entryOf, isOutdated } = await import('./update.ts');

test('a page knows the server’s newer one by the script it begins with, and fetches its files before it says so', async () => {
  const here = entryOf(page('index-a.js'));
  expect(here).toBe('/assets/index-a.js');
  let renewed = 0;
  const renew = async () => {
    renewed += 1;
  };
  expect(await isOutdated({ here, read: async () => page('index-a.js'), renew })).toBe(false);
  expect(renewed).toBe(0);
  expect(await isOutdated({ here, read: async () => page('index-b.js'), renew })).toBe(true);
  expect(renewed).toBe(1);
});

test('a dead line, another’s page, files that did not come, and a page in development are no update', async () => {
  const here = '/assets/index-a.js';
  const renew = async () => undefined;
  const dead = () => Promise.reject(new TypeError('Failed to fetch'));
  expect(await isOutdated({ here, read: dead, renew })).toBe(false);
  expect(await isOutdated({ here, read: async () => '<title>Portal</title>', renew })).toBe(false);
  expect(await isOutdated({ here, read: async () => page('index-b.js'), renew: dead })).toBe(false);
  expect(await isOutdated({ here: null, read: async () => page('index-b.js'), renew })).toBe(false);
});
