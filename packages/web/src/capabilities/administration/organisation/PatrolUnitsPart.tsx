import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '../../../platform/api.ts';
import { useText } from '../../../platform/text.ts';
import { Loaded } from '../forms/Loaded.tsx';
import { useFormWords } from '../forms/words.ts';
import { UnitLink } from './UnitLink.tsx';
import { useNamedUnits } from './use-units.ts';
import { useOrganisationWords } from './words.ts';

/** The patrol units at home in a unit and in those under it, by call sign. */
export function PatrolUnitsPart({ unitId, choose }: { unitId: number; choose(unitId: number): void }) {
  const { say } = useOrganisationWords();
  const { say: formWord } = useFormWords();
  const { name } = useText();
  const named = useNamedUnits();
  const units = useInfiniteQuery({
    queryKey: ['administration', 'patrol-units', unitId],
    queryFn: ({ pageParam }) =>
      api.administration.listPatrolUnits({ unitId, limit: 100, ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  return (
    <>
      <Loaded query={units}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <p className="adm-state">{say('noPatrols')}</p>;
          return (
            <ul className="org-rows">
              {items.map((one) => {
                const home = named.get(one.stationId ?? one.roomId);
                return (
                  <li key={one.patrolUnitId}>
                    <bdi dir="ltr" className="org-sign">
                      {one.callSign}
                    </bdi>
                    {!one.active && <span className="adm-tag">{say('outOfUse')}</span>}
                    {home && (
                      <UnitLink unitId={home.unitId} choose={choose}>
                        {name(home)}
                      </UnitLink>
                    )}
                  </li>
                );
              })}
            </ul>
          );
        }}
      </Loaded>
      {units.hasNextPage && (
        <Button variant="default" size="xs" loading={units.isFetchingNextPage} onClick={() => units.fetchNextPage()}>
          {formWord('more')}
        </Button>
      )}
    </>
  );
}
