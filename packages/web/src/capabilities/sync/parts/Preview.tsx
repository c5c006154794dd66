import type { api } from '../../../platform/api.ts';
import { inDigits } from '../../../platform/digits.ts';
import { reasonIn } from '../../../platform/reason-sentence.ts';
import { localSecondsOf } from '../../../platform/room-time.ts';
import { Scrolled } from '../../../ui/Scrolled.tsx';
import { useWords } from '../words.ts';

export type PreviewView = Awaited<ReturnType<typeof api.sync.previewImport>>;

/** What the first rows of a file become, or why they are refused. */
export function Preview({ preview }: { preview: PreviewView }) {
  const { say, language } = useWords();
  return (
    <>
      <h2>
        {say('preview')}{' '}
        {preview.columns.length > 0 && (
          <span className="sub">
            {say('columns')} <bdi>{inDigits(preview.columns.length)}</bdi>
          </span>
        )}
      </h2>
      {preview.rows.length === 0 && <p className="state">{say('noRows')}</p>}
      <Scrolled className="table" label={say('preview')}>
        <table>
          <thead>
            <tr>
              {(
                ['line', 'created', 'room', 'type', 'priority', 'place', 'position', 'unit', 'refusedBecause'] as const
              ).map((word) => (
                <th key={word} scope="col">
                  {say(word)}
                  {word === 'created' && (
                    <>
                      {' '}
                      <small>
                        <bdi dir="ltr">{preview.timeZone}</bdi>
                      </small>
                    </>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.rows.map((row) => (
              <tr key={row.line} className={row.refused ? 'refused' : undefined}>
                <td>
                  <bdi>{row.line}</bdi>
                </td>
                <td>
                  <bdi>{row.createdAt && localSecondsOf(row.createdAt, preview.timeZone).replace('T', ' ')}</bdi>
                </td>
                <td>
                  <bdi>{[row.room, row.station].filter(Boolean).join(' / ')}</bdi>
                </td>
                <td>
                  <bdi>{row.typeCode}</bdi>
                </td>
                <td>
                  <bdi>{row.priority}</bdi>
                </td>
                <td>
                  <bdi>{row.place}</bdi>
                </td>
                <td>
                  <bdi>{row.longitude !== null && `${row.latitude?.toFixed(4)}, ${row.longitude.toFixed(4)}`}</bdi>
                </td>
                <td>
                  <bdi>{row.callSign}</bdi>
                </td>
                <td>
                  {row.refused && (
                    <>
                      {reasonIn(row.refused.reason, language)} <bdi>{row.refused.column}</bdi>{' '}
                      <bdi>{row.refused.value}</bdi>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </>
  );
}
