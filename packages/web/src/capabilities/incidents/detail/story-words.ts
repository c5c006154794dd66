import { type Language, useText } from '../../../platform/text.ts';

const words = {
  raised: ['رُفعت الأولوية إلى', 'Priority raised to', 'Priorité relevée à'],
  lowered: ['خُفّضت الأولوية إلى', 'Priority lowered to', 'Priorité abaissée à'],
  typeBecame: ['صار النوع', 'Type is now', 'Le type devient'],
  was: ['كان', 'was', 'avant :'],
  corrected: ['صُحّح', 'Corrected', 'Corrigé'],
  clockCorrected: ['صُحّح توقيت', 'Clock corrected', 'Horodatage corrigé'],
  clockTold: ['أُبلغ لاحقاً بتوقيت', 'Told later', 'Indiqué plus tard'],
  leads: ['صارت الدورية القائدة', 'leads now', 'prend la tête'],
  personAdded: [
    'دُوّن شخص معني (مقيّد)',
    'A person involved written down, restricted',
    'Personne impliquée inscrite (restreint)',
  ],
  personCorrected: ['صُحّح قيد شخص معني', 'A person involved corrected', 'Personne impliquée corrigée'],
  personWithdrawn: ['سُحب قيد شخص معني', 'A person involved withdrawn', 'Personne impliquée retirée'],
  vehicleAdded: [
    'دُوّنت مركبة معنية (مقيّدة)',
    'A vehicle involved written down, restricted',
    'Véhicule impliqué inscrit (restreint)',
  ],
  vehicleCorrected: ['صُحّح قيد مركبة معنية', 'A vehicle involved corrected', 'Véhicule impliqué corrigé'],
  vehicleWithdrawn: ['سُحب قيد مركبة معنية', 'A vehicle involved withdrawn', 'Véhicule impliqué retiré'],
  glass: ['فُتحت بيانات الأشخاص حتى', 'People and vehicles opened until', 'Données des personnes ouvertes jusqu’à'],
  callJoined: ['اتصال آخر', 'Another call', 'Autre appel'],
  linked: ['رُبط بالحادث', 'Linked with', 'Lié à'],
  unlinked: ['أُنهي الربط بالحادث', 'No longer linked with', 'N’est plus lié à'],
  parent_set: ['وُضع تحت الحادث', 'Put under', 'Rattaché à'],
  parent_removed: ['لم يعد تابعاً لحادث آخر', 'No longer under another incident', 'N’est plus rattaché à un autre'],
  child_added: ['ضُمّ إليه الحادث', 'Now holds', 'Regroupe désormais'],
  mergedInto: ['دُمج في الحادث', 'Merged into', 'Fusionné dans'],
  mergedFrom: ['دُمج فيه الحادث', 'Took in the duplicate', 'A absorbé le doublon'],
  mergeUndone: ['أُلغي دمج الحادث', 'Merge taken back:', 'Fusion annulée :'],
  unitsMoved: ['ونُقلت', 'with', 'avec'],
  attached: ['أُرفق', 'Attached', 'Joint'],
  attachmentWithdrawn: ['سُحب مرفق', 'An attachment was withdrawn', 'Une pièce jointe a été retirée'],
  dueNow: ['حان موعده', 'its time has come', 'l’heure est venue'],
} as const satisfies Record<string, readonly [string, string, string]>;

export type StoryWord = keyof typeof words;
export const allStoryWords = words;
const column: Record<Language, 0 | 1 | 2> = { ar: 0, en: 1, fr: 2 };

/** The words of the story of an incident. */
export function useStoryText(): (word: StoryWord) => string {
  const { language } = useText();
  return (word) => words[word][column[language]];
}
