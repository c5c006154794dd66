/**
 * What was typed, on what stands now: a field that was not touched since `base` takes the value that stands, one that was
 * keeps what was typed. All three have the same fields.
 */
export function rebased<Value extends object>(base: Value, typed: Value, stands: Value): Value {
  const fields = Object.keys(typed) as (keyof Value)[];
  const touched = fields.filter((field) => !isSame(typed[field], base[field]));
  return { ...stands, ...Object.fromEntries(touched.map((field) => [field, typed[field]])) };
}

/** Whether two values of a form say the same. */
export const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
