// What of a form was touched, and what stood there before: a field that nobody touched is not anybody's to send, whatever
// has become of it since.

export interface Touched<Value extends object> {
  /** The fields that were changed, as they stand in the form. */
  fields: Partial<Value>;
  /** What stood in them when the form was begun. */
  before: Partial<Value>;
  /** The version of the record that was looked at then; null where there is none. */
  version: number | null;
}

export const untouched = <Value extends object>(version: number | null): Touched<Value> => ({
  fields: {},
  before: {},
  version,
});

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * After a change of some fields. `shown` is what the form began with this time; a field that is set back to what stood there
 * before is no longer touched.
 */
export function touch<Value extends object>(now: Touched<Value>, shown: Value, more: Partial<Value>): Touched<Value> {
  const fields = { ...now.fields };
  const before = { ...now.before };
  for (const key of Object.keys(more) as (keyof Value)[]) {
    if (!(key in before)) before[key] = shown[key];
    if (same(more[key], before[key])) {
      delete fields[key];
      delete before[key];
    } else fields[key] = more[key];
  }
  return { ...now, fields, before };
}

/** What was kept of a form, if it still is of this shape: what an older release kept is not. */
export const isTouched = (kept: unknown): boolean =>
  typeof kept === 'object' && kept !== null && 'fields' in kept && 'before' in kept;
