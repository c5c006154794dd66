import { Button, Group } from '@mantine/core';
import { childKinds } from '@marsad/contract/administration/units/unit-kinds.ts';
import { AreaForm } from './AreaForm.tsx';
import { EndUnitForm } from './EndUnitForm.tsx';
import { MoveUnitForm } from './MoveUnitForm.tsx';
import { UnitForm } from './UnitForm.tsx';
import type { Form } from './use-place.ts';
import type { UnitRead } from './use-units.ts';
import { useOrganisationWords } from './words.ts';

interface UnitActionsProps {
  read: UnitRead;
  form: Form | null;
  open(form: Form | null): void;
  choose(unitId: number): void;
}

/** What may be done with a unit, and the form that is open: its name stands in the address, so a reload brings it back. */
export function UnitActions({ read, form, open, choose }: UnitActionsProps) {
  const { say } = useOrganisationWords();
  const { unit } = read;
  const close = () => open(null);
  const offered: Record<Form, boolean> = {
    new: !unit.ended && childKinds(unit.kind).length > 0,
    change: true,
    area: !unit.ended,
    move: !unit.ended && unit.kind !== 'force',
    end: !unit.ended && unit.kind !== 'force',
  };
  const words = { new: 'newUnder', change: 'change', area: 'putArea', move: 'move', end: 'end' } as const;
  const shown = (Object.keys(offered) as Form[]).filter((one) => offered[one]);
  return (
    <>
      <Group gap="xs" className="org-actions">
        {shown.map((one) => (
          <Button
            key={one}
            size="xs"
            {...(one !== 'new' && { variant: 'default' })}
            {...(one === 'end' && { className: 'org-end' })}
            onClick={() => open(one)}
          >
            {say(words[one])}
          </Button>
        ))}
      </Group>
      {form !== null && offered[form] && (
        <div key={`${unit.unitId} ${form}`}>
          {form === 'new' && <UnitForm parent={unit} close={close} made={choose} />}
          {form === 'change' && <UnitForm unit={unit} close={close} />}
          {form === 'move' && <MoveUnitForm unit={unit} close={close} />}
          {form === 'end' && <EndUnitForm read={read} close={close} />}
          {form === 'area' && <AreaForm unit={unit} close={close} />}
        </div>
      )}
    </>
  );
}
