import { Choice, ColumnsField, Part, TextField } from './fields.tsx';
import type { PartProps } from './part-props.ts';
import { useEditorWords } from './words.ts';

const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1256'];

/** How the file is read, what a row is, and what tells one incident from another. */
export function ReadingPart({ draft, set }: PartProps) {
  const { say } = useEditorWords();
  const heading = (text: string) => (/^\d+$/.test(text) ? Number(text) : undefined);
  return (
    <Part word="reading">
      <Choice word="rowIs" value={draft.rowIs} change={(rowIs) => set({ rowIs: rowIs as 'incident' })}>
        <option value="incident">{say('rowIncident')}</option>
        <option value="unit_response">{say('rowResponse')}</option>
      </Choice>
      <ColumnsField word="key" values={draft.key} change={(key) => set({ key })} />
      <Choice
        word="encoding"
        value={draft.encoding}
        change={(encoding) => set({ encoding: (encoding || undefined) as 'utf-8' | undefined })}
      >
        <option value="">{say('found')}</option>
        {encodings.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </Choice>
      <Choice
        word="delimiter"
        value={draft.delimiter}
        change={(delimiter) => set({ delimiter: (delimiter || undefined) as ',' | undefined })}
      >
        <option value="">{say('found')}</option>
        <option value=",">,</option>
        <option value=";">;</option>
        <option value="|">|</option>
        <option value={'\t'}>{say('tab')}</option>
      </Choice>
      <TextField word="sheet" value={draft.sheet} change={(sheet) => set({ sheet: sheet || undefined })} />
      <TextField
        word="headingRow"
        dir="ltr"
        value={draft.headingRow === undefined ? '' : String(draft.headingRow)}
        change={(text) => set({ headingRow: heading(text) })}
      />
      <TextField
        word="empty"
        hint="emptyHint"
        value={draft.empty?.join(', ')}
        change={(text) => set({ empty: text === '' ? [] : text.split(',').map((one) => one.trimStart()) })}
      />
    </Part>
  );
}
