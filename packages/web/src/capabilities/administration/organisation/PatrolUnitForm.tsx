import { Select, Switch, TextInput } from '@mantine/core';
import { type PatrolKind, patrolKinds } from '@marsad/contract/administration/patrols/patrol-input.ts';
import type { HomedPatrolUnit } from '@marsad/contract/administration/units/list-patrol-units.ts';
import { api } from '../../../platform/api.ts';
import { useText } from '../../../platform/text.ts';
import { FormDialog } from '../forms/FormDialog.tsx';
import { ReasonField } from '../forms/fields.tsx';
import { useCommand } from '../forms/use-command.ts';
import { useEdit } from '../forms/use-edit.ts';
import { useFormWords } from '../forms/words.ts';
import { PatrolHistory } from './PatrolHistory.tsx';
import { usePatrolWords } from './patrol-words.ts';
import { useNamedUnits } from './use-units.ts';

/** What a patrol unit may belong to. */
export const homeKinds: readonly string[] = ['operations_room', 'command_centre', 'station'];

interface PatrolUnitFormProps {
  /** The patrol unit to change; absent for a new one at home in `unitId`. */
  patrol?: HomedPatrolUnit;
  unitId: number;
  close(): void;
}

/** A new patrol unit, or a change of one: what it is called, what it is, where it belongs, whether it is in use. */
export function PatrolUnitForm({ patrol, unitId, close }: PatrolUnitFormProps) {
  const { say } = usePatrolWords();
  const named = useNamedUnits();
  const startsAt = named.get(unitId);
  const home = patrol ? (patrol.stationId ?? patrol.roomId) : homeKinds.includes(startsAt?.kind ?? '') ? unitId : null;
  const edit = useEdit(
    patrol ? `patrol:${patrol.patrolUnitId}` : `patrol-new:${unitId}`,
    {
      callSign: patrol?.callSign ?? '',
      kind: (patrol?.kind ?? 'patrol') as PatrolKind,
      homeId: home,
      active: patrol?.active ?? true,
      reason: '',
    },
    patrol?.version,
  );
  const { callSign, kind, homeId, active, reason } = edit.value;
  const done = () => {
    edit.drop();
    close();
  };
  const adding = useCommand(api.administration.addPatrolUnit, done);
  const changing = useCommand(api.administration.changePatrolUnit, done);
  const { busy, problem } = patrol ? changing : adding;
  const submit = () => {
    const fields = { callSign: callSign.trim(), kind, homeId: homeId ?? 0 };
    if (!patrol) return adding.run(fields);
    const { patrolUnitId } = patrol;
    return changing.run({ ...fields, patrolUnitId, version: edit.version, active, reason });
  };
  return (
    <FormDialog
      title={patrol ? say('changeSign', { sign: patrol.callSign }) : say('addTitle')}
      close={close}
      edit={edit}
      submit={submit}
      ready={callSign.trim() !== '' && homeId !== null}
      busy={busy}
      problem={problem}
    >
      <div className="adm-pair">
        <TextInput
          name="callSign"
          label={say('callSign')}
          dir="auto"
          required
          data-autofocus
          maxLength={20}
          value={callSign}
          error={problem?.fields.callSign}
          onChange={(event) => edit.change({ callSign: event.currentTarget.value })}
        />
        <Select
          name="kind"
          label={say('kind')}
          data={patrolKinds.map((one) => ({ value: one, label: say(`kind_${one}`) }))}
          value={kind}
          allowDeselect={false}
          error={problem?.fields.kind}
          onChange={(value) => value && edit.change({ kind: value as PatrolKind })}
        />
      </div>
      <HomeField value={homeId} change={(value) => edit.change({ homeId: value })} error={problem?.fields.homeId} />
      {patrol && (
        <>
          <Switch
            name="active"
            label={say('active')}
            description={say('activeHint')}
            checked={active}
            error={problem?.fields.active}
            onChange={(event) => edit.change({ active: event.currentTarget.checked })}
          />
          <ReasonField value={reason} change={(text) => edit.change({ reason: text })} problem={problem} />
          <PatrolHistory patrolUnitId={patrol.patrolUnitId} />
        </>
      )}
    </FormDialog>
  );
}

interface HomeFieldProps {
  value: number | null;
  change(value: number | null): void;
  error: string | undefined;
}

/** A room, centre or station that stands and that the person administers. */
function HomeField({ value, change, error }: HomeFieldProps) {
  const { say } = usePatrolWords();
  const { say: formWord } = useFormWords();
  const { name, language } = useText();
  const named = useNamedUnits();
  const homes = [...named.values()].filter(
    (unit) => unit.unitId === value || (homeKinds.includes(unit.kind) && !unit.ended),
  );
  return (
    <Select
      name="homeId"
      label={say('home')}
      description={say('homeHint')}
      required
      searchable
      data={homes
        .map((unit) => ({ value: String(unit.unitId), label: `${name(unit)} (${unit.code})` }))
        .sort((a, b) => a.label.localeCompare(b.label, language))}
      limit={60}
      nothingFoundMessage={formWord('nothing')}
      value={value === null ? null : String(value)}
      error={error}
      onChange={(next) => change(next === null ? null : Number(next))}
    />
  );
}
