import { Button, Group, Tabs } from '@mantine/core';
import { childKinds } from '@marsad/contract/administration/units/unit-kinds.ts';
import { useState } from 'react';
import type { api } from '../../../platform/api.ts';
import { numberLocaleOf } from '../../../platform/locales.ts';
import { useText } from '../../../platform/text.ts';
import { todayIn } from '../forms/days.ts';
import { useKindWords } from '../words.ts';
import { AreaForm } from './AreaForm.tsx';
import { EndUnitForm } from './EndUnitForm.tsx';
import { MoveUnitForm } from './MoveUnitForm.tsx';
import { UnitForm } from './UnitForm.tsx';
import { Days, UnitHistory } from './UnitHistory.tsx';
import { useNamedUnits } from './use-units.ts';
import { useOrganisationWords } from './words.ts';

export type UnitRead = Awaited<ReturnType<typeof api.administration.getUnit>>;
type Opened = 'new' | 'change' | 'move' | 'end' | 'area' | null;

interface UnitDetailProps {
  read: UnitRead;
  shownOn: string | undefined;
  show(day: string): void;
  choose(unitId: number): void;
}

/** A unit: what it is, who is there, what it was, and what may be done with it. */
export function UnitDetail({ read, shownOn, show, choose }: UnitDetailProps) {
  const { say } = useOrganisationWords();
  const { say: kind } = useKindWords();
  const { name } = useText();
  const [opened, setOpened] = useState<Opened>(null);
  const { unit } = read;
  const close = () => setOpened(null);
  const today = todayIn(unit.timeZone);
  return (
    <article className="org-detail">
      <p className="org-kind">
        {kind(unit.kind)} · <bdi dir="ltr">{unit.code}</bdi>
        {unit.ended && <span className="adm-tag">{say('ended')}</span>}
      </p>
      <h2>
        <bdi>{name(unit)}</bdi>
      </h2>
      <Group gap="xs" className="org-actions">
        {!unit.ended && childKinds(unit.kind).length > 0 && (
          <Button size="xs" onClick={() => setOpened('new')}>
            {say('newUnder')}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={() => setOpened('change')}>
          {say('change')}
        </Button>
        {!unit.ended && (
          <>
            <Button size="xs" variant="default" onClick={() => setOpened('area')}>
              {say('putArea')}
            </Button>
            {unit.kind !== 'force' && (
              <>
                <Button size="xs" variant="default" onClick={() => setOpened('move')}>
                  {say('move')}
                </Button>
                <Button size="xs" variant="default" onClick={() => setOpened('end')}>
                  {say('end')}
                </Button>
              </>
            )}
          </>
        )}
      </Group>
      <Tabs defaultValue="now" key={unit.unitId}>
        <Tabs.List>
          <Tabs.Tab value="now">{say('people')}</Tabs.Tab>
          <Tabs.Tab value="history">{say('history')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="now">
          <Facts read={read} today={today} />
          <Posts read={read} />
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <UnitHistory read={read} today={today} shownOn={shownOn} show={show} />
        </Tabs.Panel>
      </Tabs>
      {opened === 'new' && <UnitForm parent={unit} close={close} made={choose} />}
      {opened === 'change' && <UnitForm unit={unit} close={close} />}
      {opened === 'move' && <MoveUnitForm unit={unit} close={close} />}
      {opened === 'end' && <EndUnitForm read={read} close={close} />}
      {opened === 'area' && <AreaForm unit={unit} close={close} />}
    </article>
  );
}

function Facts({ read: { unit, inUse }, today }: { read: UnitRead; today: string }) {
  const { say, language } = useOrganisationWords();
  const { name } = useText();
  const parent = useNamedUnits().get(unit.parentId ?? -1);
  const number = new Intl.NumberFormat(numberLocaleOf(language));
  return (
    <dl className="org-facts">
      {parent && (
        <>
          <dt>{say('under')}</dt>
          <dd>
            <bdi>{name(parent)}</bdi>
          </dd>
        </>
      )}
      {(!unit.validFrom.startsWith('1900') || unit.validTo !== null) && (
        <>
          <dt>{say('since')}</dt>
          <dd>
            <Days from={unit.validFrom} to={unit.validTo} today={today} />
          </dd>
        </>
      )}
      <dt>{say('timeZone')}</dt>
      <dd>
        <bdi dir="ltr">{unit.timeZone}</bdi>
      </dd>
      {unit.population !== null && (
        <>
          <dt>{say('population')}</dt>
          <dd>{number.format(unit.population)}</dd>
        </>
      )}
      {unit.kind === 'department' && (
        <>
          <dt>{say('types')}</dt>
          <dd>
            <bdi dir="ltr">{unit.typeCodes.join(', ') || say('allTypes')}</bdi>
          </dd>
        </>
      )}
      <dt>{say('tied')}</dt>
      <dd>
        {(['children', 'posts', 'incidents', 'patrolUnits'] as const).map((what) => (
          <span key={what} className="org-count">
            {say(what)} <b>{number.format(inUse[what])}</b>
          </span>
        ))}
      </dd>
    </dl>
  );
}

function Posts({ read }: { read: UnitRead }) {
  const { say, language } = useOrganisationWords();
  const { name } = useText();
  if (read.posts.length === 0) return <p className="adm-state">{say('nobody')}</p>;
  return (
    <ul className="org-posts">
      {read.posts.map((post) => {
        const person = <bdi>{language === 'ar' ? post.personNameAr : post.personNameLatin}</bdi>;
        return (
          <li key={post.postId}>
            {person}
            <span>{name({ nameAr: post.roleNameAr, nameEn: post.roleNameEn, nameFr: post.roleNameFr })}</span>
          </li>
        );
      })}
    </ul>
  );
}
