import { createContext, type ReactNode, useContext, useId } from 'react';
import { type EditorWord, useEditorWords } from './words.ts';

/** The columns of the file, offered wherever a mapping names one. */
export const ColumnsContext = createContext<readonly string[]>([]);

interface Labelled {
  word: EditorWord;
  hint?: EditorWord;
}

export function TextField({
  word,
  hint,
  value,
  change,
  list,
  dir,
}: Labelled & { value: string | undefined; change(value: string): void; list?: readonly string[]; dir?: 'ltr' }) {
  const { say } = useEditorWords();
  const id = useId();
  return (
    <label className="mapping-field">
      {say(word)}
      <input
        value={value ?? ''}
        dir={dir ?? 'auto'}
        list={list ? id : undefined}
        onChange={(event) => change(event.target.value)}
      />
      {list && (
        <datalist id={id}>
          {list.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
      {hint && <span className="sub">{say(hint)}</span>}
    </label>
  );
}

export function Choice({
  word,
  value,
  change,
  children,
}: Labelled & { value: string | undefined; change(value: string): void; children: ReactNode }) {
  const { say } = useEditorWords();
  return (
    <label className="mapping-field">
      {say(word)}
      <select value={value ?? ''} onChange={(event) => change(event.target.value)}>
        {children}
      </select>
    </label>
  );
}

/** A column of the file, or none. One that the file lacks stays named, so that nothing is lost by opening another file. */
export function ColumnField({
  word,
  value,
  change,
}: Labelled & { value: string | undefined; change(value: string | undefined): void }) {
  const columns = useContext(ColumnsContext);
  const offered = value && !columns.includes(value) ? [value, ...columns] : columns;
  return (
    <Choice word={word} value={value} change={(next) => change(next || undefined)}>
      <option value="" />
      {offered.map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </Choice>
  );
}

/** Several columns, in the order in which they count. */
export function ColumnsField({
  word,
  values,
  change,
}: Labelled & { values: readonly string[] | undefined; change(values: string[]): void }) {
  const { say } = useEditorWords();
  const columns = useContext(ColumnsContext);
  const chosen = values ?? [];
  return (
    <fieldset className="mapping-field mapping-columns">
      <legend>{say(word)}</legend>
      {chosen.map((name) => (
        <button
          key={name}
          type="button"
          className="chip"
          aria-label={`${say('takeAway')}: ${name}`}
          onClick={() => change(chosen.filter((one) => one !== name))}
        >
          <bdi>{name}</bdi> ×
        </button>
      ))}
      <select
        aria-label={`${say(word)}: ${say('add')}`}
        value=""
        onChange={(event) => event.target.value && change([...chosen, event.target.value])}
      >
        <option value="">{say('add')}</option>
        {columns
          .filter((name) => !chosen.includes(name))
          .map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
      </select>
    </fieldset>
  );
}

export function Check({
  word,
  checked,
  change,
}: Labelled & { checked: boolean | undefined; change(checked: boolean): void }) {
  const { say } = useEditorWords();
  return (
    <label className="mapping-check">
      <input type="checkbox" checked={checked ?? false} onChange={(event) => change(event.target.checked)} />{' '}
      {say(word)}
    </label>
  );
}

export function Part({ word, children }: { word: EditorWord; children: ReactNode }) {
  const { say } = useEditorWords();
  return (
    <section className="mapping-part" aria-label={say(word)}>
      <h3>{say(word)}</h3>
      <div className="mapping-grid">{children}</div>
    </section>
  );
}
