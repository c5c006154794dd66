import { Button, Group, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '../../../platform/api.ts';
import { usePersonFormWords } from './form-words.ts';
import { type Handed, HandOver } from './PasswordField.tsx';
import type { PersonRead } from './PersonDetail.tsx';
import { AccountForm, ChangePersonForm, EndServiceForm, useNameOf } from './person-forms.tsx';
import { ReasonForm } from './ReasonForm.tsx';

type Opened = 'change' | 'account' | 'lock' | 'unlock' | 'second' | 'end' | 'resume' | null;

/** What may be done with a person: the frequent as buttons, the rare in a menu. */
export function PersonActions({ read, isOwn }: { read: PersonRead; isOwn: boolean }) {
  const { say } = usePersonFormWords();
  const [opened, setOpened] = useState<Opened>(null);
  const [handed, setHanded] = useState<Handed | null>(null);
  const { person, account } = read;
  const close = () => setOpened(null);
  const isLocked = account.lockedAt !== null || account.lockedByAttempts;
  const byAccount = !isOwn && account.exists;
  return (
    <>
      <Group gap="xs" className="ppl-actions">
        <Button size="xs" variant="default" onClick={() => setOpened('change')}>
          {say('change')}
        </Button>
        {!isOwn && person.active && (
          <Button size="xs" variant="default" onClick={() => setOpened('account')}>
            {say(account.exists ? 'newPassword' : 'giveAccount')}
          </Button>
        )}
        {byAccount && isLocked && (
          <Button size="xs" variant="default" onClick={() => setOpened('unlock')}>
            {say('unlock')}
          </Button>
        )}
        {person.validTo !== null && (
          <Button size="xs" variant="default" onClick={() => setOpened('resume')}>
            {say('resume')}
          </Button>
        )}
        {(byAccount || person.active) && (
          <Menu position="bottom-end" keepMounted={false}>
            <Menu.Target>
              <Button size="xs" variant="default" aria-label={say('otherActions')} title={say('otherActions')}>
                <IconDots size={16} aria-hidden />
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {byAccount && account.lockedAt === null && (
                <Menu.Item onClick={() => setOpened('lock')}>{say('lock')}</Menu.Item>
              )}
              {byAccount && account.secondFactor && (
                <Menu.Item onClick={() => setOpened('second')}>{say('resetSecond')}</Menu.Item>
              )}
              {person.active && (
                <Menu.Item className="ppl-grave" onClick={() => setOpened('end')}>
                  {say('endService')}
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        )}
      </Group>
      {opened === 'change' && <ChangePersonForm person={person} close={close} />}
      {opened === 'account' && (
        <AccountForm
          person={person}
          close={close}
          set={(given) => {
            close();
            setHanded(given);
          }}
        />
      )}
      {opened === 'end' && <EndServiceForm person={person} close={close} />}
      <Asked opened={opened} read={read} close={close} />
      {handed && <HandOver handed={handed} close={() => setHanded(null)} />}
    </>
  );
}

interface AskedProps {
  opened: Opened;
  read: PersonRead;
  close(): void;
}

// Those that ask for a reason and nothing else.
function Asked({ opened, read: { person }, close }: AskedProps) {
  const { say } = usePersonFormWords();
  const name = useNameOf()(person);
  const { personId } = person;
  const common = { about: { personId }, close };
  if (opened === 'lock')
    return (
      <ReasonForm
        {...common}
        title={say('lockOf', { name })}
        hint={say('lockHint')}
        label={say('lock')}
        send={api.administration.lockAccount}
        grave
      />
    );
  if (opened === 'unlock')
    return (
      <ReasonForm
        {...common}
        title={say('unlockOf', { name })}
        hint={say('unlockHint')}
        label={say('unlock')}
        send={api.administration.unlockAccount}
      />
    );
  if (opened === 'second')
    return (
      <ReasonForm
        {...common}
        title={say('resetSecondOf', { name })}
        hint={say('resetSecondHint')}
        label={say('resetSecond')}
        send={api.administration.resetSecondFactor}
        grave
      />
    );
  if (opened === 'resume')
    return (
      <ReasonForm
        {...common}
        title={say('resumeOf', { name })}
        hint={say('resumeHint')}
        label={say('resume')}
        send={api.administration.resumePerson}
      />
    );
  return null;
}
