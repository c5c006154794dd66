// What a field of type datetime-local holds is a time on the room's wall, whatever the machine's own zone is.

/** A moment as the room's wall shows it, for a field: `2026-11-25T20:14`, with seconds where asked. */
export function toField(instant: string | null, timeZone: string, withSeconds = false): string {
  if (instant === null) return '';
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const text = parts.format(new Date(instant)).replace(' ', 'T');
  return withSeconds ? text : text.slice(0, 16);
}

/** The moment that a field's wall time means in the room; null for an empty or impossible one. */
export function fromField(text: string, timeZone: string): string | null {
  const asUtc = Date.parse(`${text.length === 16 ? `${text}:00` : text}Z`);
  if (Number.isNaN(asUtc)) return null;
  // The zone's offset at the moment itself, found in two steps because it may change near it.
  let moment = asUtc;
  for (let step = 0; step < 2; step += 1) {
    const wall = Date.parse(`${toField(new Date(moment).toISOString(), timeZone, true)}Z`);
    moment += asUtc - wall;
  }
  return new Date(moment).toISOString();
}
