import type { DuckDbSession } from '../../../platform/duckdb/duckdb-file.ts';
import { addClasses, closeOlder, dropKnown, insertAssignments, insertIncidents, noneOlder } from './derive.ts';
import type { Mart } from './mart.ts';
import type { MartIncident } from './mart-incident.ts';
import { stageBatch } from './stage.ts';

/** The place of a batch in the one order of events. */
export interface FeedPosition {
  position: number;
  epoch: string;
  /** When the batch was read, ISO. */
  at: string;
}

/** Writes a batch within a transaction. `fresh` says that no incident of it can be in the mart yet. */
export async function writeBatch(
  session: DuckDbSession,
  batch: readonly MartIncident[],
  fresh: boolean,
): Promise<void> {
  await stageBatch(session, batch);
  if (!fresh) await session.connection.run(dropKnown);
  await session.connection.run(addClasses);
  await session.connection.run(fresh ? noneOlder : closeOlder);
  await session.connection.run(insertIncidents);
  await session.connection.run(insertAssignments);
}

/**
 * Feeds the incidents that events up to `position` touched, as they stand now: ends their older versions, adds the new
 * ones and stores the position, all in one transaction. The same position again, or an older one, changes nothing.
 * Returns whether the mart moved. Throws when the epoch is another: positions of a restored database mean nothing here,
 * rebuild instead.
 */
export async function feed(mart: Mart, changes: readonly MartIncident[], to: FeedPosition): Promise<boolean> {
  return mart.file.write(async (session) => {
    const [state] = await session.all('SELECT position, epoch FROM mart_state');
    if (state?.epoch !== null && state?.epoch !== to.epoch) {
      throw new Error(`Expected events of epoch ${state?.epoch}, got epoch ${to.epoch}; rebuild the mart.`);
    }
    if (state.epoch === to.epoch && Number(state.position) >= to.position) return false;
    if (changes.length > 0) await writeBatch(session, changes, false);
    await session.run(
      'UPDATE mart_state SET position = $1, epoch = $2, fed_at = $3::TIMESTAMP, rebuilt_at = coalesce(rebuilt_at, $3::TIMESTAMP)',
      [to.position, to.epoch, to.at.replace('Z', '')],
    );
    return true;
  });
}
