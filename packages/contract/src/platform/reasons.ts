import { administrationReasons } from './reasons/administration.ts';
import { analysisReasons } from './reasons/analysis.ts';
import { incidentListReasons } from './reasons/incident-list.ts';
import { incidentsReasons } from './reasons/incidents.ts';
import { organisationReasons } from './reasons/organisation.ts';
import { platformReasons } from './reasons/platform.ts';
import type { Language, Sentences } from './reasons/sentence.ts';
import { syncReasons } from './reasons/sync.ts';

export type { Language };
export const languages: readonly Language[] = ['ar', 'en', 'fr'];

/** Why a request was refused, as a person reads it. `{name}` is replaced by the parameter of that name. */
export const reasons: Sentences = {
  ...platformReasons,
  ...administrationReasons,
  ...organisationReasons,
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
  return sentence.replace(/\{(\w+)\}/g, (_whole, name: string) => String(parameters[name] ?? ''));
}
