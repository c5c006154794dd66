import type { IncidentDetail } from '@marsad/contract/incidents/incident.ts';
import { useEffect, useState } from 'react';
import { api } from '../../platform/api.ts';
import { keep, recall, trimDetails, unkeep } from '../../platform/offline/kept.ts';
import { useReachable } from '../../platform/offline/link.ts';
import { useLive } from './detail/use-live.ts';

export interface DetailState {
  detail: IncidentDetail | null;
  /** The server has no such incident for this person. */
  absent: boolean;
  /** It cannot be read now, and this browser has not kept it. */
  unread: boolean;
}

/** One incident with its story: as last read at once, then as the server has it, anew with each event of it. */
export function useDetail(incidentId: string, version: number, personId: string): DetailState {
  const [detail, setDetail] = useState<IncidentDetail | null>(null);
  const [absent, setAbsent] = useState<string | null>(null);
  const [looked, setLooked] = useState<string | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const reachable = useReachable();
  const live = useLive(incidentId, personId, detail?.incidentId === incidentId ? detail.roomId : undefined);
  useEffect(() => {
    // Each event of the incident is a reason to read it again, on a board that holds it or not.
    void live;
    // So is the link's return, for one that was opened without it.
    void reachable;
    let ended = false;
    const key = `incident:${incidentId}`;
    const newer = (found: IncidentDetail) =>
      setDetail((known) => (known?.incidentId === incidentId && known.version > found.version ? known : found));
    recall<IncidentDetail>(key, personId).then((found) => {
      // What an older release kept may lack parts of today's record.
      if (found?.value.clocks && !ended) newer(found.value);
      if (!ended) setLooked(incidentId);
    });
    api.incidents.getIncident({ incidentId }).then(
      (found) => {
        keep(key, personId, found).then(trimDetails);
        if (ended) return;
        setAbsent(null);
        setFailed(null);
        // An answer from before the version the board knows is not shown as the newest.
        if (found.version >= version) newer(found);
      },
      (error: { status?: number }) => {
        if (error.status !== 404) {
          if (!ended) setFailed(incidentId);
          return;
        }
        unkeep(key);
        if (!ended) setAbsent(incidentId);
      },
    );
    return () => {
      ended = true;
    };
  }, [incidentId, version, personId, live, reachable]);
  const gone = absent === incidentId;
  const known = detail?.incidentId === incidentId && !gone ? detail : null;
  const unread = !known && looked === incidentId && (!reachable || failed === incidentId);
  return { detail: known, absent: gone, unread };
}
