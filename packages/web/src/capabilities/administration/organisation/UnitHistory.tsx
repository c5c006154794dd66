import { personIn, useText } from '../../../platform/text.ts';
import { useDays } from '../use-days.ts';
import { useMoments } from '../use-moments.ts';
import { useKindWords } from '../words.ts';
import { Days } from './Days.tsx';
import { type UnitRead, useNamedUnits } from './use-units.ts';
import { isOrganisationWord, useOrganisationWords } from './words.ts';

type Change = UnitRead['changes'][number];

interface UnitHistoryProps {
  read: UnitRead;
  today: string;
  /** The day whose areas the map shows; today when empty. */
  day: string;
  show(day: string): void;
}

/** What a unit was: places in the tree, areas, and each change of its fields with who made it. */
export function UnitHistory({ read, today, day, show }: UnitHistoryProps) {
  const { say } = useOrganisationWords();
  const { name } = useText();
  return (
    <>
      <h3>{say('placements')}</h3>
      {read.placements.length === 0 && <p className="adm-state">{say('atTheTop')}</p>}
      <ul className="org-dated">
        {read.placements.map((one) => (
          <li key={one.validFrom}>
            <Days from={one.validFrom} to={one.validTo} today={today} />
            <bdi>{name(one)}</bdi>
          </li>
        ))}
      </ul>
      <h3>{say('areas')}</h3>
      {read.areas.length === 0 && <p className="adm-state">{say('noArea')}</p>}
      <ul className="org-dated">
        {read.areas.map((area) => (
          <li key={area.areaId}>
            <Days from={area.validFrom} to={area.validTo} today={today} />
            <span>{say('points', { count: area.positionCount })}</span>
            <button
              type="button"
              className="chip"
              aria-pressed={(day || today) === dayWithin(area, today)}
              onClick={() => show(dayWithin(area, today))}
            >
              {say('showArea')}
            </button>
          </li>
        ))}
      </ul>
      <h3>{say('history')}</h3>
      {read.changes.length === 0 && <p className="adm-state">{say('noHistory')}</p>}
      <ul className="org-changes">
        {stepsOf(read.changes).map((step) => (
          <Step key={step[0]?.changeId} changes={step} />
        ))}
      </ul>
      {read.changes.length >= mostChanges && <p className="adm-state">{say('newestOnly', { count: mostChanges })}</p>}
    </>
  );
}

// As many as the operation tells.
const mostChanges = 50;

/** What was changed in one go stands together. */
function stepsOf(changes: readonly Change[]): Change[][] {
  const byStep = Map.groupBy(changes, (change) => `${change.at} ${change.authorNameAr} ${change.reason}`);
  return [...byStep.values()];
}

function Step({ changes }: { changes: readonly Change[] }) {
  const { say, language } = useOrganisationWords();
  const { moment } = useMoments();
  const textOf = useValueText();
  const [first] = changes;
  if (!first) return null;
  return (
    <li>
      <p className="org-step">
        <span>{moment(first.at)}</span>
        <bdi>{personIn(language, first.authorNameAr, first.authorNameLatin)}</bdi>
      </p>
      <dl className="org-step-fields">
        {changes.map(({ changeId, field, oldValue, newValue }) => (
          <div key={changeId}>
            <dt>{isOrganisationWord(`field_${field}`) ? say(`field_${field}` as 'field_code') : field}</dt>
            <dd>
              <bdi>{textOf(field, newValue)}</bdi>
              {oldValue !== null && oldValue !== '' && field !== 'area' && (
                <small>
                  {say('was')} <bdi>{textOf(field, oldValue)}</bdi>
                </small>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {first.reason && (
        <p className="org-step-reason" dir="auto">
          {first.reason}
        </p>
      )}
    </li>
  );
}

/** The value of a field as a person reads it: units, kinds and days by their names. */
function useValueText(): (field: string, value: unknown) => string {
  const { say } = useOrganisationWords();
  const { say: kind } = useKindWords();
  const { name } = useText();
  const day = useDays();
  const named = useNamedUnits();
  return (field, value) => {
    if (value === null || value === undefined || value === '') return '–';
    if (field === 'parentId') {
      const unit = named.get(Number(value));
      return unit ? name(unit) : String(value);
    }
    if (field === 'kind') return kind(value as Parameters<typeof kind>[0]);
    const from = field === 'area' ? (value as { from?: string }).from : undefined;
    if (from) return say('sinceDay', { first: day(from) });
    if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return day(value);
    return Array.isArray(value) ? value.join(', ') || '–' : String(value);
  };
}

const dayWithin = (area: { validFrom: string; validTo: string | null }, today: string): string =>
  area.validFrom > today || (area.validTo !== null && area.validTo < today) ? area.validFrom : today;
