import { api } from '../../../platform/api.ts';
import { colonIn, useText } from '../../../platform/text.ts';
import { todayIn } from '../forms/days.ts';
import { FormDialog } from '../forms/FormDialog.tsx';
import { DayField, ReasonField } from '../forms/fields.tsx';
import { useCommand } from '../forms/use-command.ts';
import { useEdit } from '../forms/use-edit.ts';
import type { UnitRead } from './use-units.ts';
import { useOrganisationWords } from './words.ts';

/** The last day of a unit; says beforehand what still hangs on it. */
export function EndUnitForm({ read: { unit, inUse }, close }: { read: UnitRead; close(): void }) {
  const { say } = useOrganisationWords();
  const { name, language } = useText();
  const edit = useEdit(
    `unit-end:${unit.unitId}`,
    {
      lastDay: todayIn(unit.timeZone),
      reason: '',
    },
    unit.version,
  );
  const { lastDay, reason } = edit.value;
  const { run, busy, problem } = useCommand(api.administration.endUnit, () => {
    edit.drop();
    close();
  });
  const tied = (['children', 'posts', 'incidents', 'patrolUnits'] as const).filter((what) => inUse[what] > 0);
  return (
    <FormDialog
      title={say('endTitle', { name: name(unit) })}
      close={close}
      edit={edit}
      submit={() => run({ unitId: unit.unitId, version: edit.version, lastDay, reason })}
      submitLabel={say('end')}
      grave
      busy={busy}
      problem={problem}
    >
      <p className="adm-hint">{say('endHint')}</p>
      {tied.length > 0 && (
        <p className="adm-warning">
          {say('tied')}
          {colonIn(language)}
          {tied.map((what) => `${say(what)} ${inUse[what]}`).join(' · ')}
        </p>
      )}
      <DayField
        label={say('lastDay')}
        name="lastDay"
        value={lastDay}
        change={(day) => edit.change({ lastDay: day })}
        problem={problem}
      />
      <ReasonField value={reason} change={(text) => edit.change({ reason: text })} problem={problem} />
    </FormDialog>
  );
}
