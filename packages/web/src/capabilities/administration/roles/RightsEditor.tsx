import { ActionIcon, MultiSelect, NativeSelect } from '@mantine/core';
import type { Right } from '@marsad/contract/administration/rights.ts';
import { IconPlus } from '@tabler/icons-react';
import { useFormWords } from '../forms/words.ts';
import { useActionNames } from '../use-action-names.ts';
import { useTypeNames } from './RightWords.tsx';
import { actionsByCapability, isAboutIncidents } from './rights.ts';
import { useRoleWords } from './words.ts';

interface RightsEditorProps {
  rights: readonly Right[];
  change(rights: Right[]): void;
}

const areas = ['unit', 'centre', 'force', 'everywhere'] as const;

/** Every action with where it holds: choosing a place gives the right, `No` takes it. */
export function RightsEditor({ rights, change }: RightsEditorProps) {
  const { say } = useRoleWords();
  const nameOf = useActionNames();
  const put = (place: number, right: Right | null) =>
    change(right === null ? rights.toSpliced(place, 1) : rights.with(place, right));
  const add = (action: string, area: Right['area']) => change([...rights, { action, area, types: 'all', own: false }]);
  return (
    <div className="role-groups">
      {[...actionsByCapability(rights)].map(([capability, actions]) => (
        <section key={capability} className="ppl-card role-editor" aria-label={say(`capability_${capability}`)}>
          <h3>{say(`capability_${capability}`)}</h3>
          {actions.map((action) => {
            const held = rights.flatMap((right, place) => (right.action === action ? [{ right, place }] : []));
            const areaLabel = say('areaOf', { action: nameOf(action) });
            return (
              <div key={action} className="role-action" data-held={held.length > 0 || undefined}>
                <span className="role-action-name">{nameOf(action)}</span>
                <div className="role-action-rights">
                  {held.length === 0 && (
                    <NativeSelect
                      size="xs"
                      aria-label={areaLabel}
                      data={areaChoices(say)}
                      value=""
                      onChange={(event) => add(action, event.currentTarget.value as Right['area'])}
                    />
                  )}
                  {held.map(({ right, place }, index) => (
                    <OneRight
                      key={place}
                      right={right}
                      change={(next) => put(place, next)}
                      {...(index === held.length - 1 &&
                        held.length < areas.length &&
                        isAboutIncidents(action) && {
                          another: () =>
                            add(action, areas.find((area) => held.every((one) => one.right.area !== area)) ?? 'unit'),
                        })}
                    />
                  ))}
                </div>
              </div>
            );
          })}
        </section>
      ))}
    </div>
  );
}

const areaChoices = (say: ReturnType<typeof useRoleWords>['say']) => [
  { value: '', label: say('area_none') },
  ...areas.map((area) => ({ value: area, label: say(`area_${area}`) })),
];

interface OneRightProps {
  right: Right;
  change(right: Right | null): void;
  /** Gives the same action over one more area. */
  another?: () => void;
}

function OneRight({ right, change, another }: OneRightProps) {
  const { say } = useRoleWords();
  const { say: formSay } = useFormWords();
  const nameOf = useActionNames();
  const types = useTypeNames();
  const action = nameOf(right.action);
  const kind = Array.isArray(right.types) ? 'chosen' : (right.types as 'all' | 'post');
  return (
    <div className="role-one">
      <NativeSelect
        size="xs"
        aria-label={say('areaOf', { action })}
        data={areaChoices(say)}
        value={right.area}
        onChange={(event) => {
          const area = event.currentTarget.value;
          change(area === '' ? null : { ...right, area: area as Right['area'] });
        }}
      />
      {isAboutIncidents(right.action) && (
        <>
          <NativeSelect
            size="xs"
            aria-label={say('typesOf', { action })}
            data={(['all', 'post', 'chosen'] as const).map((one) => ({ value: one, label: say(`types_${one}`) }))}
            value={kind}
            onChange={(event) => {
              const chosen = event.currentTarget.value as 'all' | 'post' | 'chosen';
              // Own records and a choice of types do not go together.
              change({ ...right, own: right.own && chosen === 'all', types: chosen === 'chosen' ? [] : chosen });
            }}
          />
          <NativeSelect
            size="xs"
            aria-label={say('whoseOf', { action })}
            data={(['all', 'own'] as const).map((one) => ({ value: one, label: say(`whose_${one}`) }))}
            value={right.own ? 'own' : 'all'}
            onChange={(event) => {
              const own = event.currentTarget.value === 'own';
              change({ ...right, own, types: own ? 'all' : right.types });
            }}
          />
        </>
      )}
      {another && (
        <ActionIcon
          variant="default"
          size={26}
          aria-label={`${say('another')}: ${action}`}
          title={say('another')}
          onClick={another}
        >
          <IconPlus size={14} aria-hidden />
        </ActionIcon>
      )}
      {Array.isArray(right.types) && (
        <MultiSelect
          size="xs"
          className="role-types"
          aria-label={`${say('chooseTypes')}: ${action}`}
          placeholder={right.types.length === 0 ? say('chooseTypes') : ''}
          searchable
          hidePickedOptions
          nothingFoundMessage={formSay('nothing')}
          data={types.all}
          value={[...right.types]}
          error={right.types.length === 0 ? formSay('required') : undefined}
          onChange={(chosen) => change({ ...right, types: chosen })}
        />
      )}
    </div>
  );
}
