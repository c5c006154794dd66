import { beforeEach, expect, test, vi } from 'vitest';

const erased: string[] = [];
vi.mock('./offline/kept.ts', () => ({ forget: async (personId: string) => void erased.push(personId) }));

class Stored {
  private readonly all = new Map<string, string>();
  getItem = (key: string) => this.all.get(key) ?? null;
  setItem = (key: string, value: string) => void this.all.set(key, value);
  removeItem = (key: string) => void this.all.delete(key);
}

let answers: (number | 'dead')[];
let asked: string[];
vi.stubGlobal('addEventListener', () => undefined);
vi.stubGlobal('fetch', async (address: string) => {
  asked.push(address);
  const answer = answers.shift();
  if (answer === undefined || answer === 'dead') throw new TypeError('Failed to fetch');
  return new Response('{}', { status: answer });
});

beforeEach(() => {
  vi.stubGlobal('localStorage', new Stored());
  answers = [];
  asked = [];
  erased.length = 0;
});

test('who signs out without a link is gone at once, and the session ends when the server is reached', async () => {
  const { finishLeaving, isLeaving, leave } = await import('./leaving.ts');
  const { linkNow } = await import('./offline/link.ts');
  localStorage.setItem('seat', 'a');
  localStorage.setItem('locked', 'a');
  let shown = true;
  const leaving = leave('a', () => {
    shown = false;
    // Nothing comes up from behind the lock on the way out.
    expect(localStorage.getItem('locked')).toBe('a');
  });
  expect(shown).toBe(false);
  await leaving;
  expect([localStorage.getItem('locked'), localStorage.getItem('seat')]).toEqual([null, null]);
  expect(erased).toEqual(['a']);
  answers = ['dead', 502, 200];
  expect([await finishLeaving(), isLeaving(), linkNow().reachable]).toEqual([false, true, false]);
  expect([await finishLeaving(), isLeaving()]).toEqual([false, true]);
  expect([await finishLeaving(), isLeaving(), linkNow().reachable]).toEqual([true, false, true]);
  expect(asked).toEqual(Array(3).fill('/api/auth/sign-out'));
});

test('a session that ran out meanwhile has ended too; where nobody has left nothing is ended', async () => {
  const { finishLeaving, hasEntered, isLeaving, leave } = await import('./leaving.ts');
  await leave('a', () => undefined);
  answers = [401];
  expect([await finishLeaving(), isLeaving()]).toEqual([true, false]);
  await leave('a', () => undefined);
  hasEntered();
  expect(await finishLeaving()).toBe(true);
  expect(asked).toHaveLength(1);
});
