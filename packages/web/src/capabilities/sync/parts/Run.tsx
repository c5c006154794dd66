import type { ImportRun } from '@marsad/contract/sync/import-run.ts';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { api } from '../../../platform/api.ts';
import { momentFormat, numberLocaleOf } from '../../../platform/locales.ts';
import { zoneIn } from '../../../platform/own-zone.ts';
import { reasonIn } from '../../../platform/reason-sentence.ts';
import { sentenceOf } from '../../../platform/send.ts';
import { useSession } from '../../../platform/session.ts';
import { type SyncWord, useWords } from '../words.ts';
import { RefusedRows } from './RefusedRows.tsx';

const counted = ['rows', 'accepted', 'unchanged', 'rejected', 'incidents', 'assignments'] as const satisfies SyncWord[];

/** One import: how far it has come, what it made, what it refused and why. */
export function Run({ run, changed }: { run: ImportRun; changed(): void }) {
  const { say, language } = useWords();
  const now = useSession();
  const [shown, setShown] = useState(false);
  const [problem, setProblem] = useState('');
  const { gaps, overlaps, elsewhere, kept } = run.statistics;
  const changes = gaps + overlaps;
  const number = new Intl.NumberFormat(numberLocaleOf(language));
  const going = run.status === 'waiting' || run.status === 'running';
  const cancel = async () => {
    try {
      await api.sync.cancelImport({ commandId: uuidv7(), importId: run.importId });
    } catch (error) {
      setProblem(sentenceOf(error, language, say('notReached')));
    }
    changed();
  };
  const started = momentFormat(language, zoneIn(now)).format(new Date(run.startedAt));
  return (
    <li className="run">
      <div className="run-head">
        <b>
          <bdi>{run.fileName}</bdi>
        </b>
        <span className="chip">
          <bdi>{run.mappingName}</bdi>
        </span>
        {run.dryRun && <span className="chip">{say('trial')}</span>}
        <span className={`chip ${run.status}`}>{say(run.status)}</span>
        <span className="grow" />
        <span className="sub">
          <bdi>{run.personName}</bdi> · <bdi>{started}</bdi>
        </span>
        {going && (
          <button type="button" className="chip" onClick={cancel}>
            {say('cancel')}
          </button>
        )}
      </div>
      {going && (
        <progress
          aria-label={say('running')}
          max={run.bytesTotal ?? undefined}
          value={run.bytesTotal === null ? undefined : run.bytesRead}
        />
      )}
      <ul className="counts">
        {counted.map((word) => (
          <li key={word}>
            {say(word)} <bdi>{number.format(run[word])}</bdi>
          </li>
        ))}
        {changes > 0 && (
          <li>
            {say('clockChanges')} <bdi>{number.format(changes)}</bdi>
          </li>
        )}
        {elsewhere > 0 && (
          <li>
            {say('elsewhere')} <bdi>{number.format(elsewhere)}</bdi>
          </li>
        )}
        {kept > 0 && (
          <li>
            {say('kept')} <bdi>{number.format(kept)}</bdi>
          </li>
        )}
      </ul>
      {run.error && <p role="alert">{reasonIn(run.error, language)}</p>}
      {problem && <p role="alert">{problem}</p>}
      {run.rejected > 0 && !going && (
        <>
          <button type="button" className="chip" aria-expanded={shown} onClick={() => setShown(!shown)}>
            {say('showRefused')}
          </button>{' '}
          <a className="chip" href={`/api/imports/${run.importId}/refused-rows.csv`} download>
            {say('download')}
          </a>
          {shown && <RefusedRows importId={run.importId} />}
        </>
      )}
    </li>
  );
}
