import { useCallback } from 'react';
import { useAddress } from '../../../platform/address.ts';

interface Chosen {
  room: string | null;
  incident: string | null;
  unit: number | null;
}

const read = (search: URLSearchParams): Chosen => {
  const unit = Number(search.get('unit'));
  return {
    room: search.get('room'),
    incident: search.get('incident'),
    unit: Number.isInteger(unit) && unit > 0 ? unit : null,
  };
};
const write = ({ room, incident, unit }: Chosen): URLSearchParams => {
  const search = new URLSearchParams();
  if (room) search.set('room', room);
  if (incident) search.set('incident', incident);
  if (unit) search.set('unit', String(unit));
  return search;
};

/** What is chosen on the board. It stands in the address: a link shows a colleague the same incident. */
export function useSelection() {
  const [chosen, setChosen] = useAddress(read, write);
  const choose = useCallback(
    (next: { incident?: string | null; unit?: number | null }) =>
      setChosen({ room: chosen.room, incident: next.incident ?? null, unit: next.unit ?? null }, { replace: true }),
    [chosen.room, setChosen],
  );
  return { incident: chosen.incident, unit: chosen.unit, choose };
}
