import * as z from 'zod';
import { query } from '../platform/operation.ts';

/** The mappings to choose from: those that the product ships, and those that people made (the newest 500). */
export const listMappings = query('import.run', { path: '/import-mappings', summary: 'Mappings', tag: 'sync' }).output(
  z.array(
    z.object({
      name: z.string(),
      about: z.object({ ar: z.string(), en: z.string(), fr: z.string() }),
      columns: z.array(z.string()),
      /** Shipped with the product: read, copied, never changed. */
      shipped: z.boolean(),
      /** Who wrote it last, and when; null for one that is shipped. */
      personName: z.string().nullable(),
      changedAt: z.iso.datetime().nullable(),
    }),
  ),
);
