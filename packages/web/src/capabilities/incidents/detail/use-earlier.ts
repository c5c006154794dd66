import type { IncidentDetail, TimelineEntry } from '@marsad/contract/incidents/incident.ts';
import { useRef, useState } from 'react';
import { api } from '../../../platform/api.ts';
import { useSend } from '../../../platform/send.ts';

const pageRows = 100;

/**
 * The story as far as it has been read: the newest entries, and page by page those before them. What falls out of the newest
 * as others come stays. `more` reads a page further back, null when the beginning is there.
 */
export function useEarlier(incidentId: string, detail: Pick<IncidentDetail, 'timeline' | 'earlierCursor'>) {
  const { busy, problem, send } = useSend();
  const [earlier, setEarlier] = useState<{ entries: TimelineEntry[]; cursor: string | null } | null>(null);
  const known = useRef(new Map<string, TimelineEntry>());
  for (const entry of [...(earlier?.entries ?? []), ...detail.timeline]) known.current.set(entry.entryId, entry);
  // A detail that an older release kept in this browser knows of no cursor.
  const cursor = earlier ? earlier.cursor : (detail.earlierCursor ?? null);
  const read = (from: string) =>
    send(async () => {
      const page = await api.incidents.listTimeline({ incidentId, cursor: from, limit: pageRows });
      setEarlier((before) => ({ entries: [...(before?.entries ?? []), ...page.items], cursor: page.nextCursor }));
    });
  const entries = earlier ? [...known.current.values()].sort(inOrder) : detail.timeline;
  return { entries, more: cursor === null ? null : () => void read(cursor), busy, problem };
}

const inOrder = (a: TimelineEntry, b: TimelineEntry): number =>
  a.madeAt === b.madeAt ? (a.entryId < b.entryId ? -1 : 1) : a.madeAt < b.madeAt ? -1 : 1;
