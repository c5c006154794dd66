import { useCallback, useEffect, useState } from 'react';
import { api } from '../../../platform/api.ts';
import { reasonIn } from '../../../platform/reason-sentence.ts';
import { sentenceOf } from '../../../platform/send.ts';
import { Scrolled } from '../../../ui/Scrolled.tsx';
import { useWords } from '../words.ts';

type Page = Awaited<ReturnType<typeof api.sync.listRefusedRows>>;

/** The refused rows of an import, a page at a time. */
export function RefusedRows({ importId }: { importId: string }) {
  const { say, language } = useWords();
  const [rows, setRows] = useState<Page['items']>([]);
  const [next, setNext] = useState<string | null | undefined>(undefined);
  const [problem, setProblem] = useState('');
  const failed = say('notReached');
  const read = useCallback(
    (cursor?: string) =>
      api.sync.listRefusedRows({ importId, cursor, limit: 50 }).then(
        (page) => {
          setRows((known) => (cursor ? [...known, ...page.items] : page.items));
          setNext(page.nextCursor);
        },
        (error: unknown) => setProblem(sentenceOf(error, language, failed)),
      ),
    [importId, language, failed],
  );
  useEffect(() => {
    read();
  }, [read]);
  return (
    <>
      <Scrolled className="table" label={say('showRefused')}>
        <table>
          <thead>
            <tr>
              {(['line', 'columnName', 'value', 'refusedBecause'] as const).map((word) => (
                <th key={word} scope="col">
                  {say(word)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list only grows at its end
              <tr key={index}>
                <td>
                  <bdi>{row.line}</bdi>
                </td>
                <td>
                  <bdi>{row.column}</bdi>
                </td>
                <td>
                  <bdi>{row.value}</bdi>
                </td>
                <td>{reasonIn(row.reason, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
      {problem && <p role="alert">{problem}</p>}
      {next && (
        <button type="button" className="chip" onClick={() => read(next)}>
          {say('more')}
        </button>
      )}
    </>
  );
}
