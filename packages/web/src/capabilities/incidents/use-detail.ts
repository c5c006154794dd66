import type { IncidentDetail } from '@marsad/contract/incidents/incident.ts';
import { useEffect, useState } from 'react';
import { api } from '../../platform/api.ts';
import { keep, recall, trimDetails } from '../../platform/offline/kept.ts';

/** One incident with its story: as last read at once, then as the server has it, anew with each version on the board. */
export function useDetail(incidentId: string, version: number, personId: string): IncidentDetail | null {
  const [detail, setDetail] = useState<IncidentDetail | null>(null);
  useEffect(() => {
    let ended = false;
    const key = `incident:${incidentId}`;
    const newer = (found: IncidentDetail) =>
      setDetail((known) => (known?.incidentId === incidentId && known.version > found.version ? known : found));
    recall<IncidentDetail>(key, personId).then((found) => {
      if (found && !ended) newer(found.value);
    });
    api.incidents.getIncident({ incidentId }).then(
      (found) => {
        keep(key, personId, found).then(trimDetails);
        // An answer from before the version the board knows is not shown as the newest.
        if (!ended && found.version >= version) newer(found);
      },
      () => {},
    );
    return () => {
      ended = true;
    };
  }, [incidentId, version, personId]);
  return detail?.incidentId === incidentId ? detail : null;
}
