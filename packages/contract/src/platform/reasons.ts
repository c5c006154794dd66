import { administrationReasons } from './reasons/administration.ts';
import { analysisReasons } from './reasons/analysis.ts';
import { incidentListReasons } from './reasons/incident-list.ts';
import { incidentsReasons } from './reasons/incidents.ts';
import { organisationReasons } from './reasons/organisation.ts';
import { platformReasons } from './reasons/platform.ts';
import { referenceReasons } from './reasons/reference.ts';
import type { Language, Sentences } from './reasons/sentence.ts';
import { syncReasons } from './reasons/sync.ts';

export type { Language };
export const languages: readonly Language[] = ['ar', 'en', 'fr'];

/** Why a request was refused, as a person reads it. `{name}` is replaced by the parameter of that name. */
export const reasons: Sentences = {
  ...platformReasons,
  ...administrationReasons,
  ...organisationReasons,
  ...referenceReasons,
  ...incidentsReasons,
  ...incidentListReasons,
  ...analysisReasons,
  ...syncReasons,
};

/** The sentence of a reason in a language; an unknown reason (a library's own message) comes back as the general one. */
export function reasonText(
  reason: string,
  language: Language,
  parameters: Record<string, string | number> = {},
): string {
  const sentence = (reasons[reason] ?? reasons['input.invalid'])?.[language] ?? reason;
  return sentence.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = String(parameters[name] ?? '');
    return name === 'fields' ? fieldsIn(language, value) : value;
  });
}

/** Fields of an incident as a sentence names them. */
const fieldNames: Record<string, Record<Language, string>> = {
  narrative: { ar: 'ماذا حدث', en: 'what happened', fr: 'le récit' },
  position: { ar: 'الموقع على الخريطة', en: 'the place on the map', fr: 'la position sur la carte' },
  occurred: { ar: 'وقت الحدوث', en: 'when it happened', fr: 'le moment des faits' },
};

const fieldsIn = (language: Language, fields: string): string =>
  fields
    .split(', ')
    .map((field) => fieldNames[field]?.[language] ?? field)
    .join(language === 'ar' ? '، ' : ', ');
