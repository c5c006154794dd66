// What an archive says of itself: the header first, in the clear, so that it can be judged before anything is read; the
// manifest last, which tells what a whole archive holds.
import * as z from 'zod';

export const archiveFormat = 1;

const derivation = z.object({
  algorithm: z.literal('scrypt'),
  n: z.number().int().max(1_048_576),
  r: z.number().int().max(32),
  p: z.number().int().max(16),
  salt: z.string(),
  check: z.string(),
});

export const archiveHeader = z.object({
  product: z.literal('marsad'),
  format: z.number(),
  version: z.string(),
  madeAt: z.string(),
  /** The migrations the database had run, in their order. */
  migrations: z.array(z.string()),
  keys: z.enum(['included', 'left out']),
  encryption: derivation.nullable(),
  leftOut: z.array(z.object({ what: z.string(), why: z.string() })),
});
export type ArchiveHeader = z.infer<typeof archiveHeader>;

export const archiveManifest = z.object({
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number() })),
  files: z.array(z.object({ name: z.string(), bytes: z.number() })),
  /** Every part before the manifest, in order, with the SHA-256 of its bytes as they stand in the archive. */
  parts: z.array(z.object({ name: z.string(), sha256: z.string() })),
});
export type ArchiveManifest = z.infer<typeof archiveManifest>;

export const headerName = 'header.json';
export const manifestName = 'manifest.json';
