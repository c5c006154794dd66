import { useContext } from 'react';
import { useSession } from '../../../platform/session.ts';
import { LanguageContext, nameIn, personIn } from '../../../platform/text.ts';
import { factsOf } from '../figure-facts.ts';
import { useFigureNames } from '../figure-names.ts';
import { momentIn } from '../format.ts';
import type { Measured } from '../use-overview.ts';
import { sayIn } from '../words.ts';

/** The head of the printed page, where the bar and the filters of the screen are not: whose figures, of what, as of when. */
export function PrintedHead({ measured }: { measured: Measured }) {
  const { session, post } = useSession();
  const language = useContext(LanguageContext);
  const names = useFigureNames();
  const { filters } = measured.measure;
  const unit = session.units.find((one) => one.unitId === (filters.units?.[0] ?? post?.unitId));
  const force = session.units.find((one) => one.unitId === unit?.forceId) ?? session.units[0];
  const facts = [
    ...factsOf(language, measured.measure, names),
    ...(measured.result.freshness.fedAt
      ? ([['fresh', momentIn(language, measured.result.freshness.fedAt, names.timeZone)]] as const)
      : []),
    ['printedBy', personIn(language, session.person.nameAr, session.person.nameLatin)] as const,
  ];
  return (
    <div className="printed-head">
      <p>{force && nameIn(language, force)}</p>
      <h2>{sayIn(language, 'title')}</h2>
      <dl>
        {facts.map(([word, value]) => (
          <div key={word}>
            <dt>{sayIn(language, word)}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
