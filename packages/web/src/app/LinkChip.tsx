import { useContext } from 'react';
import { inDigits } from '../platform/digits.ts';
import { clockFormat } from '../platform/locales.ts';
import type { Waiting } from '../platform/offline/database.ts';
import { linkNow, useReachable } from '../platform/offline/link.ts';
import { LanguageContext, wordIn } from '../platform/text.ts';

/** The link to the server: live, or gone since when, and how much waits for it or was refused. */
export function LinkChip({ waiting, timeZone }: { waiting: readonly Waiting[]; timeZone: string }) {
  const language = useContext(LanguageContext);
  const reachable = useReachable();
  const { lastHeard } = linkNow();
  const refused = waiting.filter((row) => row.state === 'refused').length;
  return (
    <span className={reachable ? 'chip link is-live' : 'chip link'} role="status">
      <i className={reachable ? 'dot on' : 'dot'} />
      <span className="link-word">{wordIn(language, reachable ? 'live' : 'offline')}</span>
      {waiting.length > 0 && (
        <span className="waiting-count">
          <bdi>{inDigits(waiting.length)}</bdi> {wordIn(language, 'waitingCount')}
        </span>
      )}
      {refused > 0 && (
        <span className="refused-count">
          <bdi>{inDigits(refused)}</bdi> {wordIn(language, 'waitingRefused')}
        </span>
      )}
      {!reachable && lastHeard !== null && (
        <span>
          {wordIn(language, 'lastHeard')} <bdi>{clockFormat(language, timeZone, 'short').format(lastHeard)}</bdi>
        </span>
      )}
    </span>
  );
}
