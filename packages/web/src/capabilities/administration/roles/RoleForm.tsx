import { Button, TextInput } from '@mantine/core';
import type { Right } from '@marsad/contract/administration/rights.ts';
import type { FormEvent } from 'react';
import { api } from '../../../platform/api.ts';
import { useText } from '../../../platform/text.ts';
import { FormProblem } from '../forms/FormProblem.tsx';
import { NameFields, type Names, ReasonField } from '../forms/fields.tsx';
import { useCommand } from '../forms/use-command.ts';
import { useEdit } from '../forms/use-edit.ts';
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
  code: string;
  rights: Right[];
  reason: string;
}

/** A role to be made or changed. What was typed outlives a reload until it is sent or given up. */
export function RoleForm({ role, from, close, made }: RoleFormProps) {
  const { say } = useRoleWords();
  const { say: formSay } = useFormWords();
  const { name } = useText();
  const { nameAr = '', nameEn = '', nameFr = '' } = role ?? {};
  const rights = [...((role ?? from)?.rights ?? [])];
  const stands: Typed = { nameAr, nameEn, nameFr, code: '', rights, reason: '' };
  const edit = useEdit(`role:${role?.roleId ?? `new:${from?.roleId ?? ''}`}`, stands, role?.version);
  const leave = () => {
    edit.drop();
    close();
  };
  const creating = useCommand(api.administration.createRole, ({ roleId }) => {
    edit.drop();
    made(roleId);
  });
  const changing = useCommand(api.administration.changeRole, leave);
  const { busy, problem } = role ? changing : creating;
  const { code, reason, ...fields } = edit.value;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (role) changing.run({ ...fields, roleId: role.roleId, version: edit.version, active: role.active, reason });
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
      {edit.recalled && (
        <p role="status" className="adm-hint">
          {formSay('recalled')}
        </p>
      )}
      <div className="role-names adm-form">
        <NameFields value={fields} change={edit.change} problem={problem} />
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
            onChange={(event) => edit.change({ code: event.currentTarget.value })}
          />
        )}
      </div>
      <RightsEditor rights={fields.rights} change={(next) => edit.change({ rights: next })} />
      <div className="role-save adm-form">
        {role && <ReasonField value={reason} change={(next) => edit.change({ reason: next })} problem={problem} />}
        <FormProblem problem={problem} adopt={edit.adopt} />
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
