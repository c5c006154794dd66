import * as z from 'zod';

/** Cursor paging: `cursor` is opaque, from the page before; `limit` rows at most. */
export const pageRequest = z.object({
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** A page of items and the cursor of the next, or null at the end. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}
