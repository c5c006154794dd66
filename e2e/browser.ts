// What every end-to-end test begins with: the system's Chromium, a signed-in page, pictures, and axe.
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { expect } from 'vitest';

export type Language = 'ar' | 'en' | 'fr';
export type Theme = 'dark' | 'light';

const root = path.resolve(import.meta.dirname, '..');
export const webFolder = path.join(root, 'packages/web/dist');
const pictures = path.join(root, '.cache/pictures');

/** Starts the browser of the machine. @throws where there is none, saying what to install */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) =>
    existsSync(file),
  );
  if (!executablePath)
    throw new Error(
      'Expected Chromium or Chrome, got none. Install it (Debian: apt-get install chromium) and run again.',
    );
  mkdirSync(pictures, { recursive: true });
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run', ...more],
  });
}

export interface Visit {
  address: string;
  userName: string;
  /** That of practice accounts when absent. */
  password?: string;
  /** What is chosen in the place of a temporary one. */
  ownPassword?: string;
  language: Language;
  theme: Theme;
  options?: BrowserContextOptions;
}

/** Opens an address in a context of its own and signs a practice account in. */
export async function visit(
  browser: Browser,
  { address, userName, password, ownPassword, language, theme, options }: Visit,
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, ...options });
  await context.addInitScript(
    ([l, t]) => {
      localStorage.setItem('language', l ?? 'ar');
      localStorage.setItem('theme', t ?? 'dark');
    },
    [language, theme],
  );
  const page = await context.newPage();
  await page.goto(address);
  await page.locator('input[name=username]').fill(userName);
  await page.locator('input[name=password]').fill(password ?? 'marsad-practice');
  await page.keyboard.press('Enter');
  if (ownPassword) await chooseOwn(page, ownPassword);
  return page;
}

/** Chooses a password in the place of the temporary one that was just signed in with. */
export async function chooseOwn(page: Page, own: string): Promise<void> {
  await page.locator('input[name=new]').fill(own);
  await page.locator('input[name=repeat]').fill(own);
  await page.keyboard.press('Enter');
}

/** Where a file is kept to be looked at. */
export const pictureFile = (name: string) => path.join(pictures, name);

/** Keeps a picture of a page to be looked at. */
export const picture = (page: Page, name: string) =>
  page.screenshot({ path: pictureFile(`${name}.png`), fullPage: false });

/** Fails with what axe finds on a page. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
}
