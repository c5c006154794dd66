import type { api } from '../../../platform/api.ts';
import { numberLocaleOf } from '../../../platform/locales.ts';
import { reasonIn } from '../../../platform/reason-sentence.ts';
import { Preview } from '../parts/Preview.tsx';
import { useEditorWords } from './words.ts';

export type JudgementView = Awaited<ReturnType<typeof api.sync.judgeMapping>>;

const refusedOf = (judgement: JudgementView | null): number =>
  judgement?.refused.reduce((sum, one) => sum + one.rows, 0) ?? 0;

/** The judgement in a line, beside the button that saves. */
export function Verdict({ judgement }: { judgement: JudgementView | null }) {
  const { say, language } = useEditorWords();
  const number = new Intl.NumberFormat(numberLocaleOf(language));
  if (!judgement) return null;
  const { faults, accepted } = judgement;
  return (
    <span role="status">
      {faults.length > 0 ? (
        <>
          {say('faultCount')} <bdi>{number.format(faults.length)}</bdi>
        </>
      ) : (
        <>
          {say('accepted')} <bdi>{number.format(accepted)}</bdi> · {say('refused')}{' '}
          <bdi>{number.format(refusedOf(judgement))}</bdi>
        </>
      )}
    </span>
  );
}

interface Props {
  judgement: JudgementView | null;
  judging: boolean;
  /** Of the mapping as it stands. */
  timeZone: string;
}

/** What the mapping does with the first rows, as it stands now: its faults, what is refused and why, and the rows. */
export function Judgement({ judgement, judging, timeZone }: Props) {
  const { say, language } = useEditorWords();
  const number = new Intl.NumberFormat(numberLocaleOf(language));
  const refused = refusedOf(judgement);
  return (
    <section className="mapping-judgement" aria-label={say('judged')} aria-busy={judging}>
      <h3>{say('judged')}</h3>
      {judgement && judgement.faults.length > 0 && (
        <>
          <p>{say('faults')}</p>
          <ul className="mapping-faults">
            {judgement.faults.map((fault) => (
              <li key={`${fault.path} ${fault.reason}`}>
                <bdi className="chip">{fault.path}</bdi> {reasonIn(fault.reason, language)}
              </li>
            ))}
          </ul>
        </>
      )}
      {judgement && judgement.accepted + refused > 0 && (
        <>
          <ul className="mapping-faults">
            {judgement.refused.map((one) => (
              <li key={`${one.reason} ${one.column}`}>
                <bdi>{number.format(one.rows)}</bdi> × {reasonIn(one.reason, language)}{' '}
                {one.column && <bdi className="chip">{one.column}</bdi>}
              </li>
            ))}
          </ul>
          <Preview preview={{ columns: [], rows: judgement.rows, timeZone }} />
        </>
      )}
    </section>
  );
}
