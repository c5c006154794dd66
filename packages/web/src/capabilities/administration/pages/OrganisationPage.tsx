import '../administration.css';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../../platform/api.ts';
import { Loaded } from '../forms/Loaded.tsx';
import { UnitDetail } from '../organisation/UnitDetail.tsx';
import { UnitMap } from '../organisation/UnitMap.tsx';
import { UnitTree } from '../organisation/UnitTree.tsx';
import { useUnits } from '../organisation/use-units.ts';
import { useOrganisationWords } from '../organisation/words.ts';

/** The tree of units, the chosen one with its history, and its area. `/organisation/12` is a unit. */
export default function OrganisationPage() {
  const { say } = useOrganisationWords();
  const navigate = useNavigate();
  const { unitId } = useParams({ strict: false }) as { unitId?: string };
  const units = useUnits();
  const [shown, setShown] = useState<{ unitId: number; on: string } | null>(null);
  const choose = (id: number) => navigate({ to: `/organisation/${id}` });
  const named = unitId === undefined ? Number.NaN : Number(unitId);
  const root = units.data?.units.find((unit) => unit.kind === 'force') ?? units.data?.units[0];
  const chosen = Number.isInteger(named) ? named : (root?.unitId ?? null);
  const on = shown?.unitId === chosen ? shown?.on : undefined;
  const read = useQuery({
    queryKey: ['administration', 'unit', chosen],
    queryFn: () => api.administration.getUnit({ unitId: chosen ?? 0 }),
    enabled: chosen !== null,
  });
  return (
    <main className="org-page">
      <h1 className="adm-hidden">{say('title')}</h1>
      <Loaded query={units}>
        {({ units: all, truncated }) => <UnitTree units={all} truncated={truncated} chosen={chosen} choose={choose} />}
      </Loaded>
      <Loaded query={read}>
        {(found) => (
          <>
            <UnitDetail
              read={found}
              shownOn={on}
              show={(day) => setShown({ unitId: found.unit.unitId, on: day })}
              choose={choose}
            />
            <div className="org-map">
              <UnitMap unit={found.unit} on={on} choose={choose} />
            </div>
          </>
        )}
      </Loaded>
    </main>
  );
}
