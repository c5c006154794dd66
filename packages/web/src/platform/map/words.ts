import { type Language, useText } from '../text.ts';

const words = {
  zoomIn: ['تكبير', 'Zoom in', 'Agrandir'],
  zoomOut: ['تصغير', 'Zoom out', 'Réduire'],
  whole: ['كامل النطاق', 'Whole area', 'Tout le secteur'],
  list: ['القائمة بدل الخريطة', 'List instead of map', 'Liste au lieu de la carte'],
  listTitle: ['ما على الخريطة', 'On the map', 'Sur la carte'],
  nothing: ['لا شيء على الخريطة.', 'Nothing on the map.', 'Rien sur la carte.'],
  drawing: ['تُرسم الخريطة…', 'Drawing the map…', 'Tracé de la carte…'],
  cannot: [
    'لا يستطيع هذا المتصفح رسم الخريطة. إليك ما عليها.',
    'This browser cannot draw the map. Here is what is on it.',
    'Ce navigateur ne peut pas tracer la carte. Voici ce qui s’y trouve.',
  ],
  pinHere: ['ضع الدبوس في الوسط', 'Put the pin in the middle', 'Placer le repère au centre'],
  late: ['متأخر', 'late', 'en retard'],
} as const satisfies Record<string, readonly [string, string, string]>;

export type MapWord = keyof typeof words;
export const mapWords = words;
const column: Record<Language, 0 | 1 | 2> = { ar: 0, en: 1, fr: 2 };

export function useMapText(): (word: MapWord) => string {
  const { language } = useText();
  return (word) => words[word][column[language]];
}
