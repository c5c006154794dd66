import { Check, Choice, ColumnField, ColumnsField, Part, TextField } from './fields.tsx';
import type { PartProps } from './part-props.ts';
import { type EditorWord, useEditorWords } from './words.ts';

const kinds = ['decimal', 'point_text', 'geometry', 'projected'] as const satisfies EditorWord[];
const columnsOf: Record<string, EditorWord[]> = {
  decimal: ['longitude', 'latitude'],
  point_text: ['unitColumn'],
  geometry: [],
  projected: ['x', 'y'],
};
const fieldOf = (word: EditorWord): string => (word === 'unitColumn' ? 'column' : word);

/** Which columns describe the place, and how coordinates are written. */
export function WherePart({ draft, set }: PartProps) {
  const { say } = useEditorWords();
  const { position } = draft;
  const setPosition = (changes: Record<string, string | undefined>) =>
    set({ position: { ...position, ...changes } as NonNullable<typeof position> });
  return (
    <Part word="where">
      <ColumnsField word="placeColumns" values={draft.place} change={(place) => set({ place })} />
      <Choice
        word="position"
        value={position?.kind}
        change={(kind) => set(kind ? { position: { kind } } : { position: undefined as never })}
      >
        <option value="">{say('none')}</option>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {say(kind)}
          </option>
        ))}
      </Choice>
      {columnsOf[position?.kind ?? '']?.map((word) => (
        <ColumnField
          key={word}
          word={word}
          value={position?.[fieldOf(word)]}
          change={(name) => setPosition({ [fieldOf(word)]: name })}
        />
      ))}
      {position?.kind === 'projected' && (
        <TextField
          word="definition"
          dir="ltr"
          value={position.definition}
          change={(definition) => setPosition({ definition })}
        />
      )}
      {position && (
        <Check word="zeroIsUnknown" checked={draft.zeroIsUnknown} change={(zeroIsUnknown) => set({ zeroIsUnknown })} />
      )}
    </Part>
  );
}
