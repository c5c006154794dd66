import { useCallback } from 'react';
import { useAddress } from '../../../platform/address.ts';

/** A place that was searched for, shown on the map until something else is chosen. */
export interface FoundPlace {
  name: string;
  longitude: number;
  latitude: number;
}

export interface Chosen {
  room: string | null;
  incident: string | null;
  unit: number | null;
  place: FoundPlace | null;
}

export const readChosen = (search: URLSearchParams): Chosen => {
  const unit = Number(search.get('unit'));
  return {
    room: search.get('room'),
    incident: search.get('incident'),
    unit: Number.isInteger(unit) && unit > 0 ? unit : null,
    place: placeOf(search.get('place'), search.get('at')),
  };
};

/** `at` is longitude and latitude in degrees, `35.84,34.44`. */
function placeOf(name: string | null, at: string | null): FoundPlace | null {
  const found = /^(-?\d{1,3}(?:\.\d+)?),(-?\d{1,2}(?:\.\d+)?)$/.exec(at ?? '');
  if (!name || !found) return null;
  const [longitude, latitude] = [Number(found[1]), Number(found[2])];
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90
    ? { name: name.slice(0, 200), longitude, latitude }
    : null;
}

export const writeChosen = ({ room, incident, unit, place }: Partial<Chosen>): URLSearchParams => {
  const search = new URLSearchParams();
  if (room) search.set('room', room);
  if (incident) search.set('incident', incident);
  if (unit) search.set('unit', String(unit));
  if (place) {
    search.set('place', place.name);
    search.set('at', `${place.longitude},${place.latitude}`);
  }
  return search;
};

/** What is chosen on the board. It stands in the address: a link shows a colleague the same incident. */
export function useSelection() {
  const [chosen, setChosen] = useAddress(readChosen, writeChosen);
  const choose = useCallback(
    (next: { incident?: string | null; unit?: number | null }) =>
      setChosen(
        { room: chosen.room, incident: next.incident ?? null, unit: next.unit ?? null, place: null },
        { replace: true },
      ),
    [chosen.room, setChosen],
  );
  return { incident: chosen.incident, unit: chosen.unit, place: chosen.place, choose };
}
