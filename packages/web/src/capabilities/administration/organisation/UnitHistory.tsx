import { localeOf } from '../../../platform/locales.ts';
import { useText } from '../../../platform/text.ts';
import { Days } from './Days.tsx';
import { type UnitRead, useNamedUnits } from './use-units.ts';
import { isOrganisationWord, useOrganisationWords } from './words.ts';

interface UnitHistoryProps {
  read: UnitRead;
  today: string;
  /** The day whose areas the map shows; today when empty. */
  day: string;
  show(day: string): void;
}

/** What a unit was: places in the tree, areas, and each change of its fields with who made it. */
export function UnitHistory({ read, today, day, show }: UnitHistoryProps) {
  const { say, language } = useOrganisationWords();
  const { name } = useText();
  const named = useNamedUnits();
  const wordOf = (field: string): string => {
    const word = `field_${field}`;
    return isOrganisationWord(word) ? say(word) : field;
  };
  const textOf = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return '–';
    if (field === 'parentId') {
      const unit = named.get(Number(value));
      return unit ? name(unit) : String(value);
    }
    if (field === 'area' && typeof value === 'object') return String((value as { from?: string }).from ?? '–');
    return Array.isArray(value) ? value.join(', ') || '–' : String(value);
  };
  const at = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <>
      <h3>{say('placements')}</h3>
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
            <span>
              {area.positionCount} {say('corners')}
            </span>
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
      <ul className="org-dated">
        {read.changes.map((change) => (
          <li key={change.changeId}>
            <span className="org-days">{at.format(new Date(change.at))}</span>
            <span>
              {wordOf(change.field)}: <bdi>{textOf(change.field, change.newValue)}</bdi>
              {change.oldValue !== null && (
                <small>
                  {' '}
                  ({say('was')} <bdi>{textOf(change.field, change.oldValue)}</bdi>)
                </small>
              )}
              {change.reason && <small dir="auto"> · {change.reason}</small>}
            </span>
            <small>
              <bdi>{language === 'ar' ? change.authorNameAr : change.authorNameLatin}</bdi>
            </small>
          </li>
        ))}
      </ul>
    </>
  );
}

const dayWithin = (area: { validFrom: string; validTo: string | null }, today: string): string =>
  area.validFrom > today || (area.validTo !== null && area.validTo < today) ? area.validFrom : today;
