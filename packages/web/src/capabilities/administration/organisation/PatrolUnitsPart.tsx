import { Button } from '@mantine/core';
import { patrolKinds } from '@marsad/contract/administration/patrols/patrol-input.ts';
import type { HomedPatrolUnit } from '@marsad/contract/administration/units/list-patrol-units.ts';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../platform/api.ts';
import { useText } from '../../../platform/text.ts';
import { Loaded } from '../forms/Loaded.tsx';
import { useFormWords } from '../forms/words.ts';
import { PatrolUnitForm } from './PatrolUnitForm.tsx';
import './patrols.css';
import { usePatrolWords } from './patrol-words.ts';
import { UnitLink } from './UnitLink.tsx';
import { useNamedUnits } from './use-units.ts';
import { useOrganisationWords } from './words.ts';

/** The patrol units at home in a unit and in those under it, by call sign; new ones are made and each is changed here. */
export function PatrolUnitsPart({ unitId, choose }: { unitId: number; choose(unitId: number): void }) {
  const { say } = useOrganisationWords();
  const { say: patrolWord } = usePatrolWords();
  const { say: formWord } = useFormWords();
  const [open, setOpen] = useState<number | 'new' | null>(null);
  const here = useNamedUnits().get(unitId);
  const units = useInfiniteQuery({
    queryKey: ['administration', 'patrol-units', unitId],
    queryFn: ({ pageParam }) =>
      api.administration.listPatrolUnits({ unitId, limit: 100, ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  // As it stands now: what another changes while the form is open is seen in it.
  const changed = units.data?.pages.flatMap((page) => page.items).find((one) => one.patrolUnitId === open);
  return (
    <>
      {!here?.ended && (
        <div className="org-part-head">
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setOpen('new')}
          >
            {patrolWord('add')}
          </Button>
        </div>
      )}
      <Loaded query={units}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <p className="adm-state">{say('noPatrols')}</p>;
          return (
            <ul className="org-rows org-patrols">
              {items.map((one) => (
                <PatrolRow
                  key={one.patrolUnitId}
                  patrol={one}
                  choose={choose}
                  change={() => setOpen(one.patrolUnitId)}
                />
              ))}
            </ul>
          );
        }}
      </Loaded>
      {units.hasNextPage && (
        <Button variant="default" size="xs" loading={units.isFetchingNextPage} onClick={() => units.fetchNextPage()}>
          {formWord('more')}
        </Button>
      )}
      {open === 'new' && <PatrolUnitForm unitId={unitId} close={() => setOpen(null)} />}
      {changed && <PatrolUnitForm patrol={changed} unitId={unitId} close={() => setOpen(null)} />}
    </>
  );
}

interface PatrolRowProps {
  patrol: HomedPatrolUnit;
  choose(unitId: number): void;
  change(): void;
}

function PatrolRow({ patrol, choose, change }: PatrolRowProps) {
  const { say } = useOrganisationWords();
  const { say: patrolWord } = usePatrolWords();
  const { name } = useText();
  const home = useNamedUnits().get(patrol.stationId ?? patrol.roomId);
  const kind = patrolKinds.find((one) => one === patrol.kind) ?? 'other';
  return (
    <li>
      <span>
        <bdi className="org-sign">{patrol.callSign}</bdi>
        {!patrol.active && <span className="adm-tag">{say('outOfUse')}</span>}
      </span>
      <span className="org-dim">{patrolWord(`kind_${kind}`)}</span>
      {home ? (
        <UnitLink unitId={home.unitId} choose={choose}>
          {name(home)}
        </UnitLink>
      ) : (
        <span />
      )}
      <Button
        variant="default"
        size="compact-xs"
        aria-label={patrolWord('changeSign', { sign: patrol.callSign })}
        onClick={change}
      >
        {patrolWord('change')}
      </Button>
    </li>
  );
}
