import { assignmentClocks, incidentClocks } from '@marsad/contract/sync/mapping.ts';
import { ColumnField, ColumnsField, Part, TextField } from './fields.tsx';
import type { PartProps } from './part-props.ts';

const formats = [
  'YYYY-MM-DD HH:mm:ss',
  'YYYY-MM-DD HH:mm',
  'DD/MM/YYYY HH:mm:ss',
  'DD/MM/YYYY HH:mm',
  'MM/DD/YYYY hh:mm:ss A',
  'DD MMMM YYYY HH:mm',
  'DD/MM/YYYY',
];
const zones = Intl.supportedValuesOf('timeZone');

const listOf = (value: string | (string | undefined)[] | undefined): string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value.map((one) => one ?? '');

/** In which zone and how times are written, and which column is which clock. */
export function TimesPart({ draft, set }: PartProps) {
  const [first = '', second = ''] = listOf(draft.dateFormat);
  const setFormats = (one: string, two: string) => set({ dateFormat: two === '' ? one : [one, two] });
  const { occurred } = draft;
  const setOccurred = (changes: { from?: string | undefined; to?: string | undefined }) => {
    const next = { ...occurred, ...changes };
    set({ occurred: next.from || next.to ? next : undefined });
  };
  return (
    <Part word="times">
      <TextField
        word="timeZone"
        dir="ltr"
        list={zones}
        value={draft.timeZone}
        change={(timeZone) => set({ timeZone, force: { ...draft.force, timeZone } })}
      />
      <TextField word="dateFormat" dir="ltr" list={formats} value={first} change={(text) => setFormats(text, second)} />
      <TextField
        word="otherFormat"
        dir="ltr"
        list={formats}
        value={second}
        change={(text) => setFormats(first, text)}
      />
      {incidentClocks.map((clock) =>
        clock === 'created' ? (
          <ColumnsField
            key={clock}
            word={clock}
            values={listOf(draft.clocks?.created)}
            change={([one, ...more]) =>
              set({ clocks: { ...draft.clocks, created: one && more.length > 0 ? [one, ...more] : one } })
            }
          />
        ) : (
          <ColumnField
            key={clock}
            word={clock}
            value={listOf(draft.clocks?.[clock])[0]}
            change={(name) => set({ clocks: { ...draft.clocks, [clock]: name } })}
          />
        ),
      )}
      <ColumnField word="occurredFrom" value={occurred?.from} change={(from) => setOccurred({ from })} />
      <ColumnField word="occurredTo" value={occurred?.to} change={(to) => setOccurred({ to })} />
    </Part>
  );
}

/** Of a row that is a unit's response: the unit and its clocks. */
export function ResponsePart({ draft, set }: PartProps) {
  if (draft.rowIs !== 'unit_response') return null;
  const { response } = draft;
  return (
    <Part word="response">
      <ColumnField
        word="callSign"
        value={response?.callSign}
        change={(callSign) => set({ response: { ...response, callSign } })}
      />
      <ColumnsField
        word="responseKey"
        values={response?.key}
        change={(key) => set({ response: { ...response, key } })}
      />
      {assignmentClocks.map((clock) => (
        <ColumnField
          key={clock}
          word={clock}
          value={listOf(response?.clocks?.[clock])[0]}
          change={(name) => set({ response: { ...response, clocks: { ...response?.clocks, [clock]: name } } })}
        />
      ))}
    </Part>
  );
}
