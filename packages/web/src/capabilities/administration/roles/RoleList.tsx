import { Button, TextInput } from '@mantine/core';
import { normaliseForSearch } from '@marsad/contract/administration/text-search/normalise.ts';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { numberLocaleOf } from '../../../platform/locales.ts';
import { useSession } from '../../../platform/session.ts';
import { useText } from '../../../platform/text.ts';
import type { ListedRole } from '../use-roles.ts';
import { useRoleWords } from './words.ts';

interface RoleListProps {
  roles: readonly ListedRole[];
  chosen: string | undefined;
  add(): void;
}

/** Roles: the force's own, those that come with Marsad, those out of use. */
export function RoleList({ roles, chosen, add }: RoleListProps) {
  const { say, language } = useRoleWords();
  const { name } = useText();
  const { session } = useSession();
  const [words, setWords] = useState('');
  const wanted = normaliseForSearch(words).split(' ').filter(Boolean);
  const found = roles
    .filter((role) => {
      const text = normaliseForSearch([role.code, role.nameAr, role.nameEn, role.nameFr].join(' '));
      return wanted.every((word) => text.includes(word));
    })
    .sort((a, b) => name(a).localeCompare(name(b), language));
  const groups = [
    ['own', found.filter((role) => role.active && !role.shipped)],
    ['shipped', found.filter((role) => role.active && role.shipped)],
    ['retired', found.filter((role) => !role.active)],
  ] as const;
  const number = new Intl.NumberFormat(numberLocaleOf(language));
  return (
    <section className="ppl-list" aria-label={say('list')}>
      <div className="ppl-list-head">
        <div className="ppl-title">
          <h1>{say('title')}</h1>
          {session.actions.includes('role.manage') && (
            <Button size="xs" onClick={add}>
              {say('newRole')}
            </Button>
          )}
        </div>
        <TextInput
          type="search"
          aria-label={say('find')}
          placeholder={say('find')}
          dir="auto"
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      </div>
      <div className="ppl-rows">
        {found.length === 0 && (
          <p className="adm-state" role="status">
            {say('none')}
          </p>
        )}
        {groups
          .filter(([, inGroup]) => inGroup.length > 0)
          .map(([word, inGroup]) => (
            <section key={word} aria-label={say(word)}>
              <h2 className="role-group">{say(word)}</h2>
              <ul>
                {inGroup.map((role) => {
                  const address: string = `/roles/${role.roleId}`;
                  const current = String(role.roleId) === chosen;
                  return (
                    <li key={role.roleId}>
                      <Link
                        ref={current ? intoSight : undefined}
                        to={address}
                        className="ppl-row"
                        aria-current={current ? 'page' : undefined}
                      >
                        <bdi className="ppl-row-name">{name(role)}</bdi>
                        <span className="ppl-row-number" title={say('holders', { n: role.holders })}>
                          {number.format(role.holders)}
                        </span>
                      </Link>
                    </li>
                  );
                })}
              </ul>
            </section>
          ))}
      </div>
    </section>
  );
}

// What the address names is seen in the list, however long that is.
const intoSight = (link: HTMLAnchorElement | null): void => link?.scrollIntoView({ block: 'nearest' });
