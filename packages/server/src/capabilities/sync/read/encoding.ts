// In which encoding a file is written: by its mark, by where its zero bytes stand, by whether it is UTF-8 at all.
import type { ReadOptions } from './file-row.ts';
import { FileError } from './row-error.ts';

type Encoding = NonNullable<ReadOptions['encoding']>;

/**
 * Returns the encoding of a file from its first bytes.
 * @throws FileError `file.encoding` where a mapping states one that the bytes contradict: what is read wrongly would be
 * kept wrongly
 */
export function encodingOf(sample: Buffer, stated: Encoding | undefined): Encoding {
  const marked = markOf(sample) ?? wideOf(sample);
  const found = marked ?? (isUtf8(sample) ? 'utf-8' : undefined);
  if (!stated) return found ?? 'windows-1256';
  const contradicted =
    (marked !== undefined && marked !== stated) ||
    (stated === 'utf-8' && found === undefined) ||
    (stated === 'windows-1256' && found === 'utf-8' && sample.some((byte) => byte > 0x7f)) ||
    (stated.startsWith('utf-16') && marked === undefined && found === 'utf-8');
  if (contradicted) {
    throw new FileError('file.encoding', `Expected ${stated} as the mapping says, got ${found ?? 'another encoding'}.`);
  }
  return stated;
}

function markOf(sample: Buffer): Encoding | undefined {
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le';
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be';
  if (sample[0] === 0xef && sample[1] === 0xbb && sample[2] === 0xbf) return 'utf-8';
  return undefined;
}

// Without a mark UTF-16 shows in its separators and digits: each has a zero byte, always on the same side, and so has the
// end of the first line.
function wideOf(sample: Buffer): Encoding | undefined {
  const zeros = [0, 0];
  const breaks = [false, false];
  for (let index = 0; index < sample.length; index += 1) {
    if (sample[index] !== 0) continue;
    const side = index % 2;
    zeros[side] = (zeros[side] ?? 0) + 1;
    const beside = sample[side === 1 ? index - 1 : index + 1];
    if (beside === 0x0a || beside === 0x0d) breaks[side] = true;
  }
  const [even = 0, odd = 0] = zeros;
  const many = sample.length / 50;
  if (breaks[1] && odd > many && odd > even * 10) return 'utf-16le';
  if (breaks[0] && even > many && even > odd * 10) return 'utf-16be';
  return undefined;
}

function isUtf8(sample: Buffer): boolean {
  // The sample may end within a letter of up to four bytes.
  for (let cut = 0; cut < 4; cut += 1) {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(sample.subarray(0, sample.length - cut));
      return true;
    } catch {
      // Perhaps only the last letter is cut: one byte less.
    }
  }
  return false;
}
