import { useEffect } from 'react';
import { useText } from '../platform/text.ts';
import { reloadOnce, useOutdated } from '../platform/update.ts';

/** Says that the server has a newer application. A person reloads when their hands are free; a wall, which has none, does so itself. */
export function UpdateChip({ handless }: { handless: boolean }) {
  const { t } = useText();
  const outdated = useOutdated();
  useEffect(() => {
    if (outdated && handless) reloadOnce();
  }, [outdated, handless]);
  return (
    <span role="status">
      {outdated && (
        <button type="button" className="chip late" onClick={() => location.reload()}>
          {t('newVersion')}
        </button>
      )}
    </span>
  );
}
