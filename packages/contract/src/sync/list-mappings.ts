import * as z from 'zod';
import { query } from '../platform/operation.ts';

/** The mappings to choose from. */
export const listMappings = query('import.run', { path: '/import-mappings', summary: 'Mappings', tag: 'sync' }).output(
  z.array(
    z.object({
      name: z.string(),
      about: z.object({ ar: z.string(), en: z.string(), fr: z.string() }),
      columns: z.array(z.string()),
    }),
  ),
);
