import { type Language, useText } from '../../../platform/text.ts';

const words = {
  title: ['شاشة الجدار', 'Wall', 'Mur d’images'],
  open: ['مفتوحة', 'Open', 'Ouverts'],
  late: ['متأخرة', 'Late', 'En retard'],
  waiting: ['بلا دورية', 'No unit yet', 'Sans unité'],
  free: ['دوريات متاحة', 'Units free', 'Unités libres'],
  of: ['من', 'of', 'sur'],
  longest: ['أطول انتظار', 'Longest wait', 'Plus longue attente'],
  mostLate: ['الأكثر تأخراً', 'Most late', 'Les plus en retard'],
  noneLate: ['لا حوادث متأخرة', 'None late', 'Aucun en retard'],
  calm: ['لا حوادث مفتوحة', 'No open incidents', 'Aucun incident ouvert'],
  none: ['لا انتظار', 'none', 'aucune'],
  offline: [
    'غير متصل. ما يظهر قد يكون قديماً.',
    'Offline. What is shown may be old.',
    'Hors ligne. Données peut-être anciennes.',
  ],
} as const satisfies Record<string, readonly [string, string, string]>;

type WallWord = keyof typeof words;
export const wallWords = words;
const column: Record<Language, 0 | 1 | 2> = { ar: 0, en: 1, fr: 2 };

export function useWallText(): (word: WallWord) => string {
  const { language } = useText();
  return (word) => words[word][column[language]];
}
