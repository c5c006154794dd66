import { Select } from '@mantine/core';
import { parentKinds } from '@marsad/contract/administration/units/unit-kinds.ts';
import { api } from '../../../platform/api.ts';
import { useText } from '../../../platform/text.ts';
import { todayIn } from '../forms/days.ts';
import { FormDialog } from '../forms/FormDialog.tsx';
import { DayField, ReasonField } from '../forms/fields.tsx';
import { useCommand } from '../forms/use-command.ts';
import { useEdit } from '../forms/use-edit.ts';
import { useFormWords } from '../forms/words.ts';
import { type UnitRead, useUnits } from './use-units.ts';
import { useOrganisationWords } from './words.ts';

/** Another place in the tree, from a day on; only units that it may stand under are offered. */
export function MoveUnitForm({ unit, close }: { unit: UnitRead['unit']; close(): void }) {
  const { say } = useOrganisationWords();
  const { say: formSay } = useFormWords();
  const { name } = useText();
  const { data } = useUnits();
  const edit = useEdit(
    `unit-move:${unit.unitId}`,
    {
      parentId: null as string | null,
      from: todayIn(unit.timeZone),
      reason: '',
    },
    unit.version,
  );
  const { parentId, from, reason } = edit.value;
  const { run, busy, problem } = useCommand(api.administration.moveUnit, () => {
    edit.drop();
    close();
  });
  const offered = (data?.units ?? []).filter(
    (one) =>
      !one.ended &&
      one.forceId === unit.forceId &&
      one.unitId !== unit.parentId &&
      one.unitId !== unit.unitId &&
      parentKinds[unit.kind].includes(one.kind),
  );
  return (
    <FormDialog
      title={say('moveTitle', { name: name(unit) })}
      close={close}
      edit={edit}
      ready={parentId !== null}
      submit={() => run({ unitId: unit.unitId, version: edit.version, parentId: Number(parentId), from, reason })}
      submitLabel={say('move')}
      busy={busy}
      problem={problem}
    >
      <Select
        name="parentId"
        label={say('newParent')}
        required
        searchable
        data-autofocus
        nothingFoundMessage={formSay('nothing')}
        data={offered.map((one) => ({ value: String(one.unitId), label: `${name(one)} (${one.code})` }))}
        value={parentId}
        error={problem?.fields.parentId}
        onChange={(value) => edit.change({ parentId: value })}
      />
      <DayField
        label={say('from')}
        name="from"
        description={say('moveHint')}
        value={from}
        change={(day) => edit.change({ from: day })}
        problem={problem}
      />
      <ReasonField value={reason} change={(text) => edit.change({ reason: text })} problem={problem} />
    </FormDialog>
  );
}
