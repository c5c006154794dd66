import { database } from './database.ts';
import { type Disk, isCorrectedBy } from './outbox-store.ts';

/** The outbox in the browser's database. */
export const outboxDisk: Disk = {
  put: (row) =>
    database.transaction('rw', database.outbox, async () => {
      const old = await database.outbox
        .where('personId')
        .equals(row.personId)
        .filter((one) => isCorrectedBy(one, row))
        .first();
      if (old) await database.outbox.update(old.order, row);
      else await database.outbox.add(row as Parameters<typeof database.outbox.add>[0]);
    }),
  rows: (personId) => database.outbox.where('personId').equals(personId).sortBy('order'),
  update: async (order, more) => void (await database.outbox.update(order, more)),
  remove: (order) => database.outbox.delete(order),
};
