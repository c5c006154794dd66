import { Switch, TextInput } from '@mantine/core';
import type { KeptDisposition } from '@marsad/contract/administration/reference/get-reference.ts';
import { api } from '../../../platform/api.ts';
import { useText } from '../../../platform/text.ts';
import { FormDialog } from '../forms/FormDialog.tsx';
import { NameFields, ReasonField } from '../forms/fields.tsx';
import { useCommand } from '../forms/use-command.ts';
import { useEdit } from '../forms/use-edit.ts';
import { useReferenceWords } from './words.ts';

/** A new disposition, or a change of one. */
export function DispositionForm({ disposition, close }: { disposition?: KeptDisposition; close(): void }) {
  const { say } = useReferenceWords();
  const { name } = useText();
  const edit = useEdit(
    `disposition:${disposition?.dispositionId ?? 'new'}`,
    {
      code: '',
      nameAr: disposition?.nameAr ?? '',
      nameEn: disposition?.nameEn ?? '',
      nameFr: disposition?.nameFr ?? '',
      offenceRecorded: disposition?.offenceRecorded ?? false,
      active: disposition?.active ?? true,
      reason: '',
    },
    disposition?.version,
  );
  const { value, change, drop } = edit;
  const done = () => {
    drop();
    close();
  };
  const creating = useCommand(api.administration.createDisposition, done);
  const changing = useCommand(api.administration.changeDisposition, done);
  const { busy, problem } = disposition ? changing : creating;
  const { code, nameAr, nameEn, nameFr, offenceRecorded, active, reason } = value;
  const fields = { nameAr, nameEn, nameFr, offenceRecorded };
  const submit = () =>
    disposition
      ? changing.run({ ...fields, dispositionId: disposition.dispositionId, version: edit.version, active, reason })
      : creating.run({ ...fields, code: code.trim() });
  const title = disposition ? say('changeTitle', { name: name(disposition) }) : say('newDisposition');
  return (
    <FormDialog title={title} close={close} edit={edit} submit={submit} busy={busy} problem={problem}>
      {!disposition && (
        <TextInput
          name="code"
          label={say('code')}
          description={say('codeStays')}
          dir="ltr"
          required
          maxLength={40}
          value={code}
          error={problem?.fields.code}
          onChange={(event) => change({ code: event.currentTarget.value })}
        />
      )}
      <NameFields value={{ nameAr, nameEn, nameFr }} change={change} problem={problem} />
      <Switch
        size="xs"
        label={say('offence')}
        checked={offenceRecorded}
        onChange={(event) => change({ offenceRecorded: event.currentTarget.checked })}
      />
      {disposition && (
        <>
          <Switch
            size="xs"
            label={say('inUse')}
            description={say('inUseHint')}
            checked={active}
            onChange={(event) => change({ active: event.currentTarget.checked })}
          />
          <ReasonField value={reason} change={(text) => change({ reason: text })} problem={problem} />
        </>
      )}
    </FormDialog>
  );
}
