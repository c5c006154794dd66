import type { api } from '../../../platform/api.ts';
import type { Language } from '../../../platform/text.ts';
import { CodeTable } from './CodeTable.tsx';
import { Choice, ColumnField, Part } from './fields.tsx';
import type { ColumnView, PartProps } from './part-props.ts';
import { useEditorWords } from './words.ts';

type Reference = Awaited<ReturnType<typeof api.administration.listReference>>;
interface Props extends PartProps {
  columns: readonly ColumnView[];
  reference: Reference | null;
}

const nameIn = (one: { nameAr: string; nameEn: string; nameFr: string }, language: Language): string =>
  ({ ar: one.nameAr, en: one.nameEn, fr: one.nameFr })[language];
const priorities = [1, 2, 3, 4];

/** What the file's types, priorities and dispositions are in the force. */
export function KindsPart({ draft, set, columns, reference }: Props) {
  const { say, language } = useEditorWords();
  const type = draft.type ?? {};
  const priority = draft.priority ?? {};
  const { disposition } = draft;
  const byName = (name: string | undefined) => columns.find((one) => one.name === name);
  const types = (reference?.types ?? []).filter((one) => one.selectable && one.active);
  const typeOptions = types.map((one) => (
    <option key={one.code} value={one.code}>
      {nameIn(one, language)}
    </option>
  ));
  const priorityOptions = priorities.map((one) => <option key={one}>{one}</option>);
  const setDisposition = (value: string, code: string, cancelled: boolean) => {
    const found = reference?.dispositions.find((one) => one.code === code) ?? disposition?.table?.[value];
    const table = { ...disposition?.table };
    if (code === '' || !found) delete table[value];
    else {
      const { nameAr, nameEn, nameFr } = found;
      table[value] = { code, nameAr, nameEn, nameFr, ...(cancelled && { cancelled }) };
    }
    set({ disposition: { ...disposition, table } });
  };
  return (
    <Part word="kinds">
      <ColumnField word="typeColumn" value={type.column} change={(column) => set({ type: { ...type, column } })} />
      <Choice word="otherwise" value={type.otherwise} change={(otherwise) => set({ type: { ...type, otherwise } })}>
        {typeOptions}
      </Choice>
      <Choice word="origin" value={draft.origin} change={(origin) => set({ origin: origin as 'reported' })}>
        <option value="reported">{say('reported')}</option>
        <option value="police_initiated">{say('police_initiated')}</option>
      </Choice>
      <CodeTable
        word="typeColumn"
        column={byName(type.column)}
        known={Object.keys(type.table ?? {})}
        field={(value) => (
          <select
            aria-label={value}
            value={type.table?.[value] ?? ''}
            onChange={(event) =>
              set({ type: { ...type, table: { ...type.table, [value]: event.target.value || undefined } } })
            }
          >
            <option value="">{say('otherwise')}</option>
            {typeOptions}
          </select>
        )}
      />
      <ColumnField
        word="priorityColumn"
        value={priority.column}
        change={(column) => set({ priority: { ...priority, column } })}
      />
      <Choice
        word="otherwise"
        value={String(priority.otherwise ?? 3)}
        change={(text) => set({ priority: { ...priority, otherwise: Number(text) } })}
      >
        {priorityOptions}
      </Choice>
      <CodeTable
        word="priorityColumn"
        column={byName(priority.column)}
        known={Object.keys(priority.table ?? {})}
        field={(value) => (
          <select
            aria-label={value}
            value={priority.table?.[value] ?? ''}
            onChange={(event) => {
              const one = event.target.value === '' ? undefined : Number(event.target.value);
              set({ priority: { ...priority, table: { ...priority.table, [value]: one } } });
            }}
          >
            <option value="">{say('otherwise')}</option>
            {priorityOptions}
          </select>
        )}
      />
      <ColumnField
        word="dispositionColumn"
        value={disposition?.column}
        change={(column) => set({ disposition: column ? { table: {}, ...disposition, column } : undefined })}
      />
      <CodeTable
        word="dispositionColumn"
        column={byName(disposition?.column)}
        known={Object.keys(disposition?.table ?? {})}
        field={(value) => {
          const entry = disposition?.table?.[value];
          const code = entry?.code ?? '';
          const listed = reference?.dispositions.some((one) => one.code === code) ?? false;
          return (
            <span className="mapping-pair">
              <select
                aria-label={value}
                value={code}
                onChange={(event) => setDisposition(value, event.target.value, entry?.cancelled ?? false)}
              >
                <option value="" />
                {code !== '' && !listed && <option value={code}>{nameIn(entry as never, language)}</option>}
                {reference?.dispositions.map((one) => (
                  <option key={one.code} value={one.code}>
                    {nameIn(one, language)}
                  </option>
                ))}
              </select>
              <label className="mapping-check">
                <input
                  type="checkbox"
                  disabled={code === ''}
                  checked={entry?.cancelled ?? false}
                  onChange={(event) => setDisposition(value, code, event.target.checked)}
                />{' '}
                {say('cancelled')}
              </label>
            </span>
          );
        }}
      />
    </Part>
  );
}
