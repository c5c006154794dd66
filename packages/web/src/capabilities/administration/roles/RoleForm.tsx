import { Button, TextInput } from '@mantine/core';
import type { Right } from '@marsad/contract/administration/rights.ts';
import { type FormEvent, useEffect, useState } from 'react';
import { api } from '../../../platform/api.ts';
import { dropForm, keepForm, recallForm } from '../../../platform/offline/form-draft.ts';
import { useSession } from '../../../platform/session.ts';
import { useText } from '../../../platform/text.ts';
import { NameFields, type Names, ReasonField } from '../forms/fields.tsx';
import { useCommand } from '../forms/use-command.ts';
import { useFormWords } from '../forms/words.ts';
import type { ListedRole } from '../use-roles.ts';
import { RightsEditor } from './RightsEditor.tsx';
import { useRoleWords } from './words.ts';

interface RoleFormProps {
  /** The role to change; absent for a new one. */
  role?: ListedRole | undefined;
  /** A new one begins with the rights of this. */
  from?: ListedRole | undefined;
  close(): void;
  made(roleId: number): void;
}

interface Typed extends Names {
  /** What the role was when typing began: a draft of something that has changed since is no draft any more. */
  base: string;
  code: string;
  rights: Right[];
  reason: string;
}

/** A role to be made or changed. What was typed outlives a reload until it is sent or given up. */
export function RoleForm({ role, from, close, made }: RoleFormProps) {
  const { say } = useRoleWords();
  const { say: formSay } = useFormWords();
  const { name } = useText();
  const { session } = useSession();
  const draft = `role:${role?.roleId ?? `new:${from?.roleId ?? ''}`}`;
  const { personId } = session.person;
  const [typed, setTyped] = useState<Typed>(() => {
    const { nameAr = '', nameEn = '', nameFr = '' } = role ?? {};
    const rights = [...((role ?? from)?.rights ?? [])];
    const base = JSON.stringify([nameAr, nameEn, nameFr, rights]);
    const kept = recallForm<Typed>(draft, personId);
    if (kept?.base === base) return kept;
    return { base, nameAr, nameEn, nameFr, code: '', rights, reason: '' };
  });
  useEffect(() => keepForm(draft, personId, typed), [draft, personId, typed]);
  const leave = () => {
    dropForm(draft);
    close();
  };
  const creating = useCommand(api.administration.createRole, ({ roleId }) => {
    dropForm(draft);
    made(roleId);
  });
  const changing = useCommand(api.administration.changeRole, leave);
  const { busy, problem } = role ? changing : creating;
  const { base: _base, code, reason, ...fields } = typed;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (role) changing.run({ ...fields, roleId: role.roleId, active: role.active, reason });
    else creating.run({ ...fields, code });
  };
  const heading = role
    ? say('changeOf', { name: name(role) })
    : from
      ? say('copyOf', { name: name(from) })
      : say('newRole');
  return (
    <form className="role-form" onSubmit={submit} noValidate aria-label={heading}>
      <h2>{heading}</h2>
      {role && role.holders > 0 && <p className="adm-warning">{say('changeHint')}</p>}
      <div className="role-names adm-form">
        <NameFields value={typed} change={(names) => setTyped({ ...typed, ...names })} problem={problem} />
        {!role && (
          <TextInput
            name="code"
            label={say('code')}
            description={say('codeHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            dir="ltr"
            required
            maxLength={40}
            spellCheck={false}
            value={code}
            error={problem?.fields.code}
            onChange={(event) => setTyped({ ...typed, code: event.currentTarget.value })}
          />
        )}
      </div>
      <RightsEditor rights={typed.rights} change={(rights) => setTyped({ ...typed, rights })} />
      <div className="role-save adm-form">
        {role && (
          <ReasonField value={reason} change={(next) => setTyped({ ...typed, reason: next })} problem={problem} />
        )}
        {problem && (
          <p role="alert" className="adm-problem">
            {problem.text}
          </p>
        )}
        <div className="ppl-buttons">
          <Button variant="default" onClick={leave}>
            {formSay('cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {role ? formSay('save') : say('make')}
          </Button>
        </div>
      </div>
    </form>
  );
}
