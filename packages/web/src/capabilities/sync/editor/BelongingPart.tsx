import { Check, ColumnField, Part, TextField } from './fields.tsx';
import type { PartProps } from './part-props.ts';
import { type EditorWord, useEditorWords } from './words.ts';

type Unit = NonNullable<PartProps['draft']['room']>;
const namesOf = [
  ['forceNameAr', 'nameAr'],
  ['forceNameEn', 'nameEn'],
  ['forceNameFr', 'nameFr'],
] as const;
const sides = ['west', 'south', 'east', 'north'] as const;

/** To which force, rooms and stations the records go, and whether they may be made. */
export function BelongingPart({ draft, set }: PartProps) {
  const force = draft.force ?? {};
  const setForce = (changes: Partial<typeof force>) => set({ force: { ...force, ...changes } });
  const setSide = (index: number, text: string) => {
    const bounds = sides.map((_, at) => (at === index ? text : String(force.bounds?.[at] ?? '')));
    // What is no number yet stays as typed; the server says that it is none.
    setForce({ bounds: bounds.map((one) => (/^-?\d+(\.\d+)?$/.test(one) ? Number(one) : one)) as never });
  };
  return (
    <Part word="belonging">
      <TextField word="forceCode" dir="ltr" value={force.code} change={(code) => setForce({ code })} />
      {namesOf.map(([word, field]) => (
        <TextField key={field} word={word} value={force[field]} change={(name) => setForce({ [field]: name })} />
      ))}
      <Check word="makeMissing" checked={force.makeMissing} change={(makeMissing) => setForce({ makeMissing })} />
      {sides.map((side, index) => (
        <TextField
          key={side}
          word={side}
          dir="ltr"
          value={String(force.bounds?.[index] ?? '')}
          change={(text) => setSide(index, text)}
        />
      ))}
      <UnitFields word="room" unit={draft.room} change={(room) => set({ room })} />
      <UnitFields word="station" unit={draft.station} change={(station) => set({ station: usedStation(station) })} />
    </Part>
  );
}

// A station that nothing names is no station at all.
const usedStation = (unit: Unit): Unit | undefined => (unit.column || unit.otherwise || unit.byArea ? unit : undefined);

function UnitFields({ word, unit, change }: { word: EditorWord; unit: Unit | undefined; change(unit: Unit): void }) {
  const { say } = useEditorWords();
  const now = unit ?? {};
  const set = (changes: Partial<Unit>) => change({ makeMissing: true, prefix: '', ...now, ...changes });
  const title = say(word);
  return (
    <fieldset className="mapping-unit">
      <legend>{title}</legend>
      <ColumnField word="unitColumn" value={now.column} change={(column) => set({ column })} />
      <TextField word="prefix" dir="ltr" value={now.prefix} change={(prefix) => set({ prefix })} />
      <TextField word="otherwise" dir="ltr" value={now.otherwise} change={(otherwise) => set({ otherwise })} />
      <Check word="byArea" checked={now.byArea} change={(byArea) => set({ byArea })} />
      <Check word="makeMissing" checked={now.makeMissing} change={(makeMissing) => set({ makeMissing })} />
    </fieldset>
  );
}
