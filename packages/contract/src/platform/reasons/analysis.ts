import type { Sentences } from './sentence.ts';

export const analysisReasons: Sentences = {
  'measure.period_reversed': {
    ar: 'تاريخ النهاية قبل تاريخ البداية. صحّح الفترة.',
    en: 'The period ends before it begins. Correct the dates.',
    fr: 'La période finit avant de commencer. Corrigez les dates.',
  },
  'measure.by_repeated': {
    ar: 'التقسيم نفسه مذكور مرتين.',
    en: 'The same breakdown is named twice.',
    fr: 'La même ventilation est nommée deux fois.',
  },
  'measure.interval_and_statistic': {
    ar: 'الوسيط والمئين التسعون والنسبة ضمن المهلة تُحسب لفاصل زمني، ولا يُحسب الفاصل إلا بها.',
    en: 'A median, a 90th percentile and a share within a limit are of an interval, and an interval needs one of them.',
    fr: 'Médiane, 90e centile et part dans le délai portent sur un intervalle, et un intervalle exige l’un d’eux.',
  },
  'measure.statistic': {
    ar: 'هذا الإحصاء لا ينطبق على ما اخترت قياسه.',
    en: 'This statistic does not fit what is measured.',
    fr: 'Cette statistique ne convient pas à ce qui est mesuré.',
  },
  'measure.interval_not_of_assignment': {
    ar: 'هذا الفاصل الزمني يخص الحادث لا تكليف الدورية.',
    en: 'This interval is of the incident, not of a unit’s assignment.',
    fr: 'Cet intervalle est celui de l’incident, pas d’un engagement.',
  },
  'measure.limit_missing': {
    ar: 'حدّد المهلة لحساب النسبة ضمنها.',
    en: 'Give the limit that the share is within.',
    fr: 'Indiquez le délai pour calculer la part qui le respecte.',
  },
  'measure.limit_own': {
    ar: 'مهلة القوة معتمدة لزمن الاستجابة فقط.',
    en: 'The force’s own limit is for the response alone.',
    fr: 'Le délai propre à la force ne vaut que pour la réponse.',
  },
  'measure.rate_needs_unit': {
    ar: 'المعدّل لكل مئة ألف نسمة يحتاج إلى تقسيم بحسب الغرفة أو الفصيلة.',
    en: 'A rate per 100,000 residents needs a breakdown by room or station.',
    fr: 'Un taux pour 100 000 habitants exige une ventilation par salle ou par poste.',
  },
};
