import type { LikelyDuplicate } from '@marsad/contract/incidents/find-likely-duplicates.ts';
import { useEffect, useState } from 'react';
import { api } from '../../../platform/api.ts';
import { useReachable } from '../../../platform/offline/link.ts';
import type { ChosenPlace } from './typed.ts';

const waitMilliseconds = 350;

interface Asked {
  roomId: number;
  typeId: number | undefined;
  placeText: string;
  chosen: ChosenPlace | undefined;
}

/** Incidents that may be the one being typed, asked a moment after the last key; none without a link. */
export function useLikelyDuplicates({ roomId, typeId, placeText, chosen }: Asked): LikelyDuplicate[] {
  const reachable = useReachable();
  const [found, setFound] = useState<LikelyDuplicate[]>([]);
  const text = placeText.trim();
  const { placeId, longitude, latitude, radiusMetres } = chosen ?? {};
  useEffect(() => {
    if (!reachable || (text.length < 3 && longitude === undefined)) return setFound([]);
    let ended = false;
    const timer = setTimeout(() => {
      api.incidents
        .findLikelyDuplicates({ roomId, typeId, placeText: text, placeId, longitude, latitude, radiusMetres })
        .then(
          ({ incidents }) => !ended && setFound(incidents),
          () => !ended && setFound([]),
        );
    }, waitMilliseconds);
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, [reachable, roomId, typeId, text, placeId, longitude, latitude, radiusMetres]);
  return found;
}
