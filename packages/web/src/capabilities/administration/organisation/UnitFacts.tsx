import { Button } from '@mantine/core';
import type { UnitPlan } from '@marsad/contract/administration/units/cancel-unit-plan.ts';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api } from '../../../platform/api.ts';
import { numberLocaleOf } from '../../../platform/locales.ts';
import { useText } from '../../../platform/text.ts';
import { useDays } from '../use-days.ts';
import { useKindWords } from '../words.ts';
import { CancelPlanForm } from './CancelPlanForm.tsx';
import { Days } from './Days.tsx';
import { UnitLink } from './UnitLink.tsx';
import { type UnitRead, useNamedUnits } from './use-units.ts';
import { useOrganisationWords } from './words.ts';

interface UnitFactsProps {
  read: UnitRead;
  today: string;
  choose(unitId: number): void;
}

/** What a unit is, what is planned for it, and how much hangs on it. */
export function UnitFacts({ read, today, choose }: UnitFactsProps) {
  const { say, language } = useOrganisationWords();
  const { say: kind } = useKindWords();
  const day = useDays();
  const { name } = useText();
  const { unit, inUse, areas, placements } = read;
  const parent = useNamedUnits().get(unit.parentId ?? -1);
  const number = new Intl.NumberFormat(numberLocaleOf(language));
  const planned = placements.find((one) => one.validFrom > today && one.parentId !== unit.parentId);
  const area = areas.find((one) => one.validFrom <= today && (one.validTo === null || one.validTo >= today));
  return (
    <dl className="org-facts">
      <Fact term={say('kind')}>{kind(unit.kind)}</Fact>
      <Fact term={say('code')}>
        <bdi dir="ltr">{unit.code}</bdi>
      </Fact>
      {parent && (
        <Fact term={say('under')}>
          <UnitLink unitId={parent.unitId} choose={choose}>
            {name(parent)}
          </UnitLink>
        </Fact>
      )}
      {planned && (
        <Fact term={say('willMove')}>
          {say('movesOn', { day: day(planned.validFrom) })} <bdi>{name(planned)}</bdi>
          <CancelPlan read={read} plan="move" />
        </Fact>
      )}
      <Fact term={say('stands')}>
        <Days from={unit.validFrom} to={unit.validTo} today={today} />
        {unit.validTo !== null && !unit.ended && <CancelPlan read={read} plan="end" />}
      </Fact>
      <Fact term={say('area')}>
        {area ? <Days from={area.validFrom} to={area.validTo} today={today} /> : say('noArea')}
      </Fact>
      <Fact term={say('population')}>{unit.population === null ? '–' : number.format(unit.population)}</Fact>
      <Fact term={say('timeZone')}>
        <bdi dir="ltr">{unit.timeZone}</bdi>
      </Fact>
      {unit.kind === 'department' && (
        <Fact term={say('types')}>
          <TypeNames codes={unit.typeCodes} />
        </Fact>
      )}
      <Fact term={say('tied')}>
        {(['children', 'posts', 'patrolUnits', 'incidents'] as const).map((what) => (
          <span key={what} className="org-count">
            {say(what)} <b>{number.format(inUse[what])}</b>
          </span>
        ))}
      </Fact>
    </dl>
  );
}

/** Takes a plan back while its day has not come. */
function CancelPlan({ read: { unit }, plan }: { read: UnitRead; plan: UnitPlan }) {
  const { say } = useOrganisationWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button className="org-cancel-plan" size="compact-xs" variant="default" onClick={() => setOpen(true)}>
        {say(plan === 'move' ? 'cancelMove' : 'cancelEnd')}
      </Button>
      {open && <CancelPlanForm unit={unit} plan={plan} close={() => setOpen(false)} />}
    </>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** The types a department works, by their names in the person's language. */
function TypeNames({ codes }: { codes: readonly string[] }) {
  const { say } = useOrganisationWords();
  const { name } = useText();
  const { data } = useQuery({
    queryKey: ['administration', 'reference'],
    queryFn: () => api.administration.listReference(),
    enabled: codes.length > 0,
  });
  if (codes.length === 0) return say('allTypes');
  return (
    <ul className="org-types">
      {codes.map((code) => {
        const type = data?.types.find((one) => one.code === code);
        return <li key={code}>{type ? <bdi>{name(type)}</bdi> : <bdi dir="ltr">{code}</bdi>}</li>;
      })}
    </ul>
  );
}
