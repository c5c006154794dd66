import '../administration.css';
import '../organisation/organisation.css';
import { useParams } from '@tanstack/react-router';
import { Loaded } from '../forms/Loaded.tsx';
import { UnitDetail } from '../organisation/UnitDetail.tsx';
import { UnitMap } from '../organisation/UnitMap.tsx';
import { UnitTree } from '../organisation/UnitTree.tsx';
import { usePlace } from '../organisation/use-place.ts';
import { useUnit, useUnits } from '../organisation/use-units.ts';

/** The tree of units, the chosen one with its history, and its area. `/organisation/12` is a unit. */
export default function OrganisationPage() {
  const { unitId } = useParams({ strict: false }) as { unitId?: string };
  const { place, set, choose } = usePlace();
  const units = useUnits();
  const named = unitId === undefined ? Number.NaN : Number(unitId);
  const root = units.data?.units.find((unit) => unit.kind === 'force') ?? units.data?.units[0];
  const chosen = Number.isInteger(named) ? named : (root?.unitId ?? null);
  const read = useUnit(chosen);
  // From the tree, so that the map stays while the next unit is read.
  const shown = units.data?.units.find((unit) => unit.unitId === chosen);
  return (
    <main className="org-page">
      <Loaded query={units}>
        {({ units: all, truncated }) => (
          <UnitTree units={all} truncated={truncated} chosen={chosen} place={place} set={set} choose={choose} />
        )}
      </Loaded>
      <Loaded query={read}>{(found) => <UnitDetail read={found} place={place} set={set} choose={choose} />}</Loaded>
      {shown && <UnitMap unit={shown} day={place.day} show={(day) => set({ day })} choose={choose} />}
    </main>
  );
}
