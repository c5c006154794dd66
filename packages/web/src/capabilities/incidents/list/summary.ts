import { dayFormat, momentFormat } from '../../../platform/locales.ts';
import type { Session } from '../../../platform/session.ts';
import { colonIn, type Language, nameIn } from '../../../platform/text.ts';
import type { Reference } from '../reference.ts';
import { statusIn } from '../statuses.ts';
import { daysOf, type Question } from './question.ts';
import type { ListWord } from './words.ts';

interface Context {
  language: Language;
  say(word: ListWord): string;
  session: Session;
  reference: Reference | null;
  /** The local day that the conditions are of. */
  today: string;
}

/** The conditions in words, with the days they mean now; nothing where there are none. */
export function summaryOf(question: Question, context: Context): string {
  const { language, say, session, reference, today } = context;
  const comma = language === 'ar' ? '، ' : ', ';
  const days = daysOf(question, today);
  const dayOf = (day: string) => dayFormat(language, 'UTC').format(new Date(`${day}T00:00Z`));
  const named = (
    codes: readonly string[],
    all: readonly { code: string; nameAr: string; nameEn: string; nameFr: string }[] = [],
  ) =>
    all
      .filter((one) => codes.includes(one.code))
      .map((one) => nameIn(language, one))
      .join(comma);
  const units = session.units
    .filter((unit) => question.units.includes(unit.unitId))
    .map((unit) => nameIn(language, unit));
  const parts: [string, string][] = [
    [say('searchLabel'), question.words],
    [say('from'), days.from && dayOf(days.from)],
    [say('to'), days.to && dayOf(days.to)],
    [say('units'), units.join(comma)],
    [say('types'), named(question.types, reference?.types)],
    [say('status'), question.statuses.map((one) => statusIn(language, one)).join(comma)],
    [say('priority'), question.priorities.map((one) => say(`p${one}` as 'p1')).join(comma)],
    [say('origin'), question.origin && say(question.origin)],
    [say('disposition'), named(question.dispositions, reference?.dispositions)],
  ];
  return parts.flatMap(([name, value]) => (value ? [`${name}${colonIn(language)}${value}`] : [])).join(' · ');
}

interface Printed extends Pick<Context, 'language' | 'say'> {
  timeZone: string;
  now: number;
}

/** When a list was put on paper. */
export const printedAt = ({ language, say, timeZone, now }: Printed): string =>
  `${say('printed')}${colonIn(language)}${momentFormat(language, timeZone).format(now)}`;
