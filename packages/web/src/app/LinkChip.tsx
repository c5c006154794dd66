import { useContext } from 'react';
import type { Waiting } from '../platform/offline/database.ts';
import { linkNow, useReachable } from '../platform/offline/link.ts';
import { LanguageContext, wordIn } from '../platform/text.ts';

/** The link to the server: live, or gone since when, and how much waits for it or was refused. */
export function LinkChip({ waiting }: { waiting: readonly Waiting[] }) {
  const language = useContext(LanguageContext);
  const reachable = useReachable();
  const { lastHeard } = linkNow();
  const refused = waiting.filter((row) => row.state === 'refused').length;
  return (
    <span className="chip" role="status">
      <i className={reachable ? 'dot on' : 'dot'} />
      {wordIn(language, reachable ? 'live' : 'offline')}
      {waiting.length > 0 && (
        <span className="waiting-count">
          <bdi>{waiting.length}</bdi> {wordIn(language, 'waitingCount')}
        </span>
      )}
      {refused > 0 && (
        <span className="refused-count">
          <bdi>{refused}</bdi> {wordIn(language, 'waitingRefused')}
        </span>
      )}
      {!reachable && lastHeard !== null && (
        <span>
          {wordIn(language, 'lastHeard')} <bdi>{new Date(lastHeard).toLocaleTimeString('en-GB').slice(0, 5)}</bdi>
        </span>
      )}
    </span>
  );
}
