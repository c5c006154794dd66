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
  type_id: { ar: 'النوع', en: 'the type', fr: 'le type' },
  priority: { ar: 'الأولوية', en: 'the priority', fr: 'la priorité' },
  place_text: { ar: 'المكان', en: 'the place', fr: 'le lieu' },
  place_id: { ar: 'المكان', en: 'the place', fr: 'le lieu' },
  origin: { ar: 'المصدر', en: 'the origin', fr: 'l’origine' },
  channel: { ar: 'الوسيلة', en: 'the channel', fr: 'le canal' },
  station_id: { ar: 'الفصيلة', en: 'the station', fr: 'le poste' },
  disposition: { ar: 'النتيجة', en: 'the disposition', fr: 'l’issue' },
  narrative: { ar: 'ماذا حدث', en: 'what happened', fr: 'le récit' },
  position: { ar: 'الموقع على الخريطة', en: 'the place on the map', fr: 'la position sur la carte' },
  occurred: { ar: 'وقت الحدوث', en: 'when it happened', fr: 'le moment des faits' },
};

// Several columns are one thing to a person.
const columnsOf: Record<string, string> = {
  longitude: 'position',
  latitude: 'position',
  position_source: 'position',
  radius_metres: 'position',
  occurred_from: 'occurred',
  occurred_to: 'occurred',
};

const fieldsIn = (language: Language, fields: string): string =>
  [...new Set(fields.split(', ').map((field) => fieldNames[columnsOf[field] ?? field]?.[language] ?? field))].join(
    language === 'ar' ? '، ' : ', ',
  );
