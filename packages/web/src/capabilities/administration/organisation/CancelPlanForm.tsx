import type { UnitPlan } from '@marsad/contract/administration/units/cancel-unit-plan.ts';
import { api } from '../../../platform/api.ts';
import { useText } from '../../../platform/text.ts';
import { FormDialog } from '../forms/FormDialog.tsx';
import { ReasonField } from '../forms/fields.tsx';
import { useCommand } from '../forms/use-command.ts';
import { useEdit } from '../forms/use-edit.ts';
import type { UnitRead } from './use-units.ts';
import { useOrganisationWords } from './words.ts';

interface CancelPlanFormProps {
  unit: UnitRead['unit'];
  plan: UnitPlan;
  close(): void;
}

/** Takes back a planned move or end. */
export function CancelPlanForm({ unit, plan, close }: CancelPlanFormProps) {
  const { say } = useOrganisationWords();
  const { name } = useText();
  const { unitId } = unit;
  const edit = useEdit(`unit-plan:${unitId}:${plan}`, { reason: '' }, unit.version);
  const { reason } = edit.value;
  const { run, busy, problem } = useCommand(api.administration.cancelUnitPlan, () => {
    edit.drop();
    close();
  });
  const word = plan === 'move' ? 'cancelMove' : 'cancelEnd';
  return (
    <FormDialog
      title={say(`${word}Title`, { name: name(unit) })}
      close={close}
      edit={edit}
      submit={() => run({ unitId, version: edit.version, plan, reason })}
      submitLabel={say(word)}
      busy={busy}
      problem={problem}
    >
      <p className="adm-hint">{say(`${word}Hint`)}</p>
      <ReasonField value={reason} change={(text) => edit.change({ reason: text })} problem={problem} />
    </FormDialog>
  );
}
