import { dayText } from '../forms/days.ts';
import { useOrganisationWords } from './words.ts';

interface DaysProps {
  from: string;
  to: string | null;
  today: string;
}

/** From a day to a day; open at either end where none is known; marked where it is yet to come. */
export function Days({ from, to, today }: DaysProps) {
  const { say, language } = useOrganisationWords();
  // What was there before anybody wrote dates down begins in 1900.
  const known = !from.startsWith('1900');
  const [first, last] = [dayText(language, from), to === null ? '' : dayText(language, to)];
  const text = !known
    ? to === null
      ? say('always')
      : say('untilDay', { last })
    : to === null
      ? say('sinceDay', { first })
      : say('fromTo', { first, last });
  return (
    <span className="org-days">
      {text}
      {from > today && <span className="adm-tag">{say('planned')}</span>}
    </span>
  );
}
