import { isImmemorial, useDays } from '../use-days.ts';
import { useOrganisationWords } from './words.ts';

interface DaysProps {
  from: string;
  to: string | null;
  today: string;
}

/** From a day to a day; open at either end where none is known; marked where it is yet to come. */
export function Days({ from, to, today }: DaysProps) {
  const { say } = useOrganisationWords();
  const day = useDays();
  const known = !isImmemorial(from);
  const [first, last] = [day(from), to === null ? '' : day(to)];
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
