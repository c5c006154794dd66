import { useText } from '../../../platform/text.ts';
import { useBoardText } from './words.ts';

export type Part = 'queue' | 'map' | 'detail' | 'units';
const parts: readonly Part[] = ['queue', 'map', 'detail', 'units'];

/** On a narrow screen the parts of the board stand one behind the other: which of them is in front. */
export function PartTabs({ part, choose }: { part: Part; choose(part: Part): void }) {
  const { t } = useText();
  const text = useBoardText();
  return (
    <div className="board-tabs">
      {parts.map((one) => (
        <button key={one} type="button" aria-pressed={one === part} onClick={() => choose(one)}>
          {one === 'units' ? t('units') : text(one === 'map' ? 'mapTab' : one)}
        </button>
      ))}
    </div>
  );
}
