import { readFileSync, statSync } from 'node:fs';
import { Refusal } from './refusal.ts';

const fewestCharacters = 12;

/** The passphrase in the first line of `file`; null when no file was named. @throws Refusal for one that is missing or too short */
export function readPassphrase(file: string | undefined): string | null {
  if (file === undefined) return null;
  let line: string;
  try {
    line = readFileSync(file, 'utf8').split(/\r?\n/)[0] ?? '';
  } catch {
    throw new Refusal(`Expected to read a passphrase from ${file}, got nothing. Check the path and who may read it.`);
  }
  if (line.length < fewestCharacters)
    throw new Refusal(
      `Expected a passphrase of at least ${fewestCharacters} characters in the first line of ${file}, got ${line.length}.`,
    );
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0)
    console.error(`Others may read ${file}: chmod 600 it.`);
  return line;
}
