import type { BoardIncident } from '@marsad/contract/incidents/incident.ts';
import { useEffect, useRef, useState } from 'react';

const freshMilliseconds = 6_000;
export type Fresh = 'new' | 'changed';

/** Rows that came or changed in the last moments, so that the eye finds them; nothing of the first reading counts. */
export function useFresh(rows: readonly BoardIncident[] | null): ReadonlyMap<string, Fresh> {
  const versions = useRef<Map<string, number> | null>(null);
  const [fresh, setFresh] = useState<ReadonlyMap<string, Fresh>>(new Map());
  useEffect(() => {
    if (!rows) return;
    const known = versions.current;
    versions.current = new Map(rows.map((row) => [row.incidentId, row.version]));
    if (!known) return;
    const found = rows.flatMap((row): [string, Fresh][] => {
      const before = known.get(row.incidentId);
      if (before === undefined) return [[row.incidentId, 'new']];
      return before === row.version ? [] : [[row.incidentId, 'changed']];
    });
    if (found.length === 0) return;
    setFresh((now) => new Map([...now, ...found]));
    setTimeout(
      () => setFresh((now) => new Map([...now].filter(([id]) => !found.some(([one]) => one === id)))),
      freshMilliseconds,
    );
  }, [rows]);
  return fresh;
}
