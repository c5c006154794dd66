import type { ReactNode } from 'react';
import { inDigits } from '../../../platform/digits.ts';
import { Scrolled } from '../../../ui/Scrolled.tsx';
import type { ColumnView } from './part-props.ts';
import { type EditorWord, useEditorWords } from './words.ts';

interface Props {
  word: EditorWord;
  column: ColumnView | undefined;
  /** Values that the mapping knows already, seen in this file or not. */
  known: readonly string[];
  /** The field beside a value. */
  field(value: string): ReactNode;
}

/** The values of a column, the most frequent first, each beside what it means in the force. */
export function CodeTable({ word, column, known, field }: Props) {
  const { say } = useEditorWords();
  if (!column) return null;
  const seen = column.values.map(({ value }) => value);
  const rows = [...column.values, ...known.filter((one) => !seen.includes(one)).map((value) => ({ value, rows: 0 }))];
  return (
    <Scrolled className="table mapping-codes" label={say(word)}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('inFile')}</th>
            <th scope="col">{say('rowsSeen')}</th>
            <th scope="col">{say('inForce')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ value, rows: count }) => (
            <tr key={value}>
              <td>
                <bdi>{value}</bdi>
              </td>
              <td>
                <bdi>{inDigits(count)}</bdi>
              </td>
              <td>{field(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {column.more && <p className="sub">{say('moreValues')}</p>}
    </Scrolled>
  );
}
