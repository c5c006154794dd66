import type { ImportMapping } from '@marsad/contract/sync/mapping.ts';
import type { ReadOptions } from './file-row.ts';

/** What a mapping says of how its file is to be read. */
export const readingOf = ({ encoding, delimiter, sheet, headingRow }: ImportMapping): ReadOptions => ({
  encoding,
  delimiter,
  sheet,
  headingRow,
});
