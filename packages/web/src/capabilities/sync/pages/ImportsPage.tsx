import '../imports.css';
import { NewImport } from '../parts/NewImport.tsx';
import { Run } from '../parts/Run.tsx';
import { useRuns } from '../use-runs.ts';
import { useWords } from '../words.ts';

/** Files of records on their way in: a new one, and those that went before. */
export default function ImportsPage() {
  const { say } = useWords();
  const { runs, failed, again } = useRuns();
  return (
    <main className="imports">
      <h1>{say('title')}</h1>
      <NewImport started={again} />
      <h2>{say('runs')}</h2>
      {failed && (
        <p role="alert">
          {say('notReached')}{' '}
          <button type="button" className="chip" onClick={again}>
            {say('again')}
          </button>
        </p>
      )}
      {runs?.length === 0 && <p className="state">{say('noRuns')}</p>}
      <ul className="runs">
        {runs?.map((run) => (
          <Run key={run.importId} run={run} changed={again} />
        ))}
      </ul>
    </main>
  );
}
