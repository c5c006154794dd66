import { Tabs } from '@mantine/core';
import { numberLocaleOf } from '../../../platform/locales.ts';
import { useText } from '../../../platform/text.ts';
import { todayIn } from '../forms/days.ts';
import { useKindWords } from '../words.ts';
import { PatrolUnitsPart } from './PatrolUnitsPart.tsx';
import { PeoplePart } from './PeoplePart.tsx';
import { unitsAbove } from './tree-data.ts';
import { UnitActions } from './UnitActions.tsx';
import { UnitFacts } from './UnitFacts.tsx';
import { UnitHistory } from './UnitHistory.tsx';
import { UnitLink } from './UnitLink.tsx';
import { type OrganisationPlace, type Tab, tabs } from './use-place.ts';
import { type UnitRead, useNamedUnits } from './use-units.ts';
import { useOrganisationWords } from './words.ts';

interface UnitDetailProps {
  read: UnitRead;
  place: OrganisationPlace;
  set(more: Partial<OrganisationPlace>): void;
  choose(unitId: number): void;
}

/** A unit: what it is, who is there, what it was, and what may be done with it. */
export function UnitDetail({ read, place, set, choose }: UnitDetailProps) {
  const { say, language } = useOrganisationWords();
  const { unit, inUse } = read;
  const today = todayIn(unit.timeZone);
  const number = new Intl.NumberFormat(numberLocaleOf(language));
  const counts: Partial<Record<Tab, number>> = { people: inUse.posts, patrols: inUse.patrolUnits };
  return (
    <article className="org-detail">
      <Head read={read} today={today} choose={choose} />
      <UnitActions read={read} form={place.form} open={(form) => set({ form })} choose={choose} />
      <Tabs value={place.tab} onChange={(tab) => set({ tab: tab as Tab })} keepMounted={false}>
        <Tabs.List>
          {tabs.map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {say(`tab_${tab}`)}
              {!!counts[tab] && <span className="org-tab-count">{number.format(counts[tab])}</span>}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="facts">
          <UnitFacts read={read} today={today} choose={choose} />
        </Tabs.Panel>
        <Tabs.Panel value="people">
          <PeoplePart key={unit.unitId} read={read} today={today} choose={choose} />
        </Tabs.Panel>
        <Tabs.Panel value="patrols">
          <PatrolUnitsPart unitId={unit.unitId} choose={choose} />
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <UnitHistory read={read} today={today} day={place.day} show={(day) => set({ day })} />
        </Tabs.Panel>
      </Tabs>
    </article>
  );
}

function Head({ read: { unit }, today, choose }: Pick<UnitDetailProps, 'read' | 'choose'> & { today: string }) {
  const { say, language } = useOrganisationWords();
  const { say: kind } = useKindWords();
  const { name } = useText();
  const named = useNamedUnits();
  const above = unitsAbove(named, unit.unitId);
  const others = (['ar', 'en', 'fr'] as const).filter((one) => one !== language);
  const inLanguage = { ar: unit.nameAr, en: unit.nameEn, fr: unit.nameFr };
  return (
    <>
      {above.length > 0 && (
        <nav className="org-path" aria-label={say('path')}>
          {above.map((one) => (
            <UnitLink key={one.unitId} unitId={one.unitId} choose={choose}>
              {name(one)}
            </UnitLink>
          ))}
        </nav>
      )}
      <h2>
        <bdi>{name(unit)}</bdi>
      </h2>
      <p className="org-other-names">
        {others.map((one) => (
          <bdi key={one} lang={one}>
            {inLanguage[one]}
          </bdi>
        ))}
      </p>
      <p className="org-kind">
        {kind(unit.kind)} · <bdi dir="ltr">{unit.code}</bdi>
        {unit.ended && <span className="adm-tag">{say('ended')}</span>}
        {unit.validFrom > today && <span className="adm-tag">{say('planned')}</span>}
        {unit.practice && <span className="adm-tag">{say('practice')}</span>}
      </p>
    </>
  );
}
