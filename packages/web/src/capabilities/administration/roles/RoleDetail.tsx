import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { numberLocaleOf } from '../../../platform/locales.ts';
import { useSession } from '../../../platform/session.ts';
import { useText } from '../../../platform/text.ts';
import type { ListedRole } from '../use-roles.ts';
import { RightsTable } from './RightsTable.tsx';
import { RoleHistory } from './RoleHistory.tsx';
import { UseForm } from './UseForm.tsx';
import { useRoleWords } from './words.ts';

interface RoleDetailProps {
  role: ListedRole;
  change(): void;
  copy(): void;
}

/** A role: what it lets people do, who holds it, what was changed. */
export function RoleDetail({ role, change, copy }: RoleDetailProps) {
  const { say, language } = useRoleWords();
  const { name } = useText();
  const { session } = useSession();
  const mayManage = session.actions.includes('role.manage');
  const [using, setUsing] = useState(false);
  const others = [
    { lang: 'ar', text: role.nameAr },
    { lang: 'en', text: role.nameEn },
    { lang: 'fr', text: role.nameFr },
  ].filter((one) => one.lang !== language);
  const n = new Intl.NumberFormat(numberLocaleOf(language)).format(role.holders);
  const peopleAddress: string = '/people';
  return (
    <article className="ppl-person role-detail">
      <h2>
        <bdi>{name(role)}</bdi>
        {!role.active && <span className="adm-tag">{say('retired')}</span>}
      </h2>
      <p className="ppl-kind role-kind">
        {others.map((one) => (
          <bdi key={one.lang} lang={one.lang}>
            {one.text}
          </bdi>
        ))}
        <bdi dir="ltr">{role.code}</bdi>
        <Link to={peopleAddress} search={{ role: role.roleId } as never}>
          {say('holders', { n })}
        </Link>
      </p>
      {mayManage && (
        <Group gap="xs" className="ppl-actions">
          <Button size="xs" onClick={copy}>
            {say('copy')}
          </Button>
          <Button size="xs" variant="default" onClick={change}>
            {say('change')}
          </Button>
          <Button size="xs" variant="default" onClick={() => setUsing(true)}>
            {say(role.active ? 'retire' : 'restore')}
          </Button>
        </Group>
      )}
      <RightsTable rights={role.rights} />
      {mayManage && <RoleHistory roleId={role.roleId} />}
      {using && <UseForm role={role} close={() => setUsing(false)} />}
    </article>
  );
}
