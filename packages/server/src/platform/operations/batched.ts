type Waiter<Value> = { resolve(value: Value | undefined): void; reject(error: unknown): void };

/**
 * Returns a reader of one key that reads together, with one `load`, all keys asked for in the same turn of the event loop: a
 * thousand screens that look at their rights at once cost one question. A key that `load` leaves out gives undefined.
 */
export function batched<Key, Value>(
  load: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
): (key: Key) => Promise<Value | undefined> {
  let waiting = new Map<Key, Waiter<Value>[]>();
  const loadAll = async (): Promise<void> => {
    const asked = waiting;
    waiting = new Map();
    try {
      const found = await load([...asked.keys()]);
      for (const [key, waiters] of asked) for (const waiter of waiters) waiter.resolve(found.get(key));
    } catch (error) {
      for (const waiters of asked.values()) for (const waiter of waiters) waiter.reject(error);
    }
  };
  return (key) =>
    new Promise((resolve, reject) => {
      if (waiting.size === 0) setImmediate(loadAll);
      const waiters = waiting.get(key) ?? [];
      waiters.push({ resolve, reject });
      waiting.set(key, waiters);
    });
}
