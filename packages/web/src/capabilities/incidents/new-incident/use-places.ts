import { mostKeptPlaces } from '@marsad/contract/administration/gazetteer/list-kept-places.ts';
import type { PlaceView } from '@marsad/contract/administration/gazetteer/place.ts';
import { normaliseForSearch } from '@marsad/contract/administration/text-search/normalise.ts';
import { rankPlaces } from '@marsad/contract/administration/text-search/rank-places.ts';
import { romanKeys, shareKey } from '@marsad/contract/administration/text-search/roman-keys.ts';
import { useEffect, useRef, useState } from 'react';
import { api } from '../../../platform/api.ts';
import { keep, recall } from '../../../platform/offline/kept.ts';
import { useReachable } from '../../../platform/offline/link.ts';

const waitMilliseconds = 120;
const freshMilliseconds = 24 * 3_600_000;
const most = 7;

interface Searchable {
  view: PlaceView;
  normalised: string;
  keys: string[];
}

/** What a screen keeps of a room's places, read once a day; null until the browser's own copy was looked at. */
function useKeptPlaces(roomId: number, personId: string): readonly Searchable[] | null {
  const [places, setPlaces] = useState<readonly Searchable[] | null>(null);
  useEffect(() => {
    let ended = false;
    const key = `places:${roomId}`;
    const take = (views: readonly PlaceView[]) =>
      setPlaces(
        views.slice(0, mostKeptPlaces).map((view) => ({
          view,
          normalised: view.names.map((name) => ` ${normaliseForSearch(name)}`).join('|'),
          keys: view.names.flatMap(romanKeys),
        })),
      );
    const read = async () => {
      const found = await recall<PlaceView[]>(key, personId);
      if (ended) return;
      if (found) take(found.value);
      if (found && Date.now() - found.at < freshMilliseconds) return;
      const { places: fresh } = await api.administration.listKeptPlaces({ roomId });
      if (!ended && !found) take(fresh);
      await keep(key, personId, fresh);
    };
    read().catch(() => undefined);
    return () => {
      ended = true;
    };
  }, [roomId, personId]);
  return places;
}

function searchKept(places: readonly Searchable[], text: string): PlaceView[] {
  const named = text.split(/[,،;؛/]/)[0] ?? '';
  const asked = normaliseForSearch(named);
  if (asked.length < 2) return [];
  const keys = romanKeys(named);
  const likely = places.filter((one) => one.normalised.includes(asked) || shareKey(one.keys, keys));
  const candidates = likely.slice(0, 200).map(({ view }) => ({
    ...view,
    view,
    ...(!view.own && { featureClass: view.kind.charAt(0) }),
  }));
  return rankPlaces(named, candidates).map(({ place }) => place.view);
}

/**
 * Places that a typed text may mean: asked of the server a moment after the last key, or, without a link, found among
 * the two thousand that this browser keeps. `offline` says which it was.
 */
export function usePlaces(roomId: number, personId: string, text: string): { places: PlaceView[]; offline: boolean } {
  const kept = useKeptPlaces(roomId, personId);
  const reachable = useReachable();
  const [found, setFound] = useState<{ text: string; places: PlaceView[] }>({ text: '', places: [] });
  const latest = useRef('');
  latest.current = text;
  useEffect(() => {
    const asked = text.trim();
    if (asked.length < 2) return setFound({ text, places: [] });
    const timer = setTimeout(() => {
      const show = (places: PlaceView[]) => {
        if (latest.current === text) setFound({ text, places: places.slice(0, most) });
      };
      const fromKept = () => show(kept ? searchKept(kept, asked) : []);
      if (!reachable) return fromKept();
      api.administration.searchPlaces({ text: asked, roomId }).then(({ places }) => show(places), fromKept);
    }, waitMilliseconds);
    return () => clearTimeout(timer);
  }, [text, roomId, reachable, kept]);
  // Suggestions of an earlier text are shown until those of this one come only where it went on from there.
  return { places: text.startsWith(found.text) && text.trim().length >= 2 ? found.places : [], offline: !reachable };
}
