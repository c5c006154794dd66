import type { DrawnArea, DrawnGeometry } from '@marsad/contract/administration/get-map-areas.ts';
import { useEffect, useState } from 'react';
import { api } from '../api.ts';
import { keep, recall } from '../offline/kept.ts';

/** What a map of a force is drawn from. */
export interface MapGround {
  forceId: number;
  version: string;
  land: DrawnGeometry;
  /** The areas of the force's units; which of them to show, and as what, the page decides. */
  areas: DrawnArea[];
  streets: string | null;
}

/** The ground of a force's map: at once as this browser has it, then as the server does. Null until either is there. */
export function useMapGround(forceId: number | undefined, personId: string): MapGround | null {
  const [ground, setGround] = useState<MapGround | null>(null);
  useEffect(() => {
    if (forceId === undefined) return;
    let ended = false;
    const key = `map:${forceId}`;
    const read = async () => {
      const known = (await recall<MapGround>(key, personId))?.value;
      if (known && !ended) setGround(known);
      const found = await api.administration.getMapAreas({ forceId, version: known?.version });
      if (ended || (known && !found.drawn && known.streets === found.streets)) return;
      const drawn = found.drawn ?? known;
      if (!drawn) return;
      const next = { forceId, version: found.version, streets: found.streets, land: drawn.land, areas: drawn.areas };
      setGround(next);
      await keep(key, personId, next);
    };
    // Without a link the map stays as this browser knew it.
    read().catch(() => undefined);
    return () => {
      ended = true;
    };
  }, [forceId, personId]);
  return ground?.forceId === forceId ? ground : null;
}
