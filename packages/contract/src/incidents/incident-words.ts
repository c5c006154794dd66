// What stands of an incident in words, where a screen and a file must say the same.
import type * as z from 'zod';
import type { Language } from '../platform/reasons/sentence.ts';
import type { ClockName, callChannel, incidentOrigin, incidentStatus } from './incident.ts';

type Said = readonly [ar: string, en: string, fr: string];
const column: Record<Language, 0 | 1 | 2> = { ar: 0, en: 1, fr: 2 };

export const incidentStatusWords: Record<z.infer<typeof incidentStatus>, Said> = {
  draft: ['مسودة', 'Draft', 'Brouillon'],
  scheduled: ['مجدول', 'Scheduled', 'Programmé'],
  open: ['مفتوح', 'Open', 'Ouvert'],
  dispatched: ['أُرسلت دورية', 'Dispatched', 'Engagé'],
  on_scene: ['في المكان', 'On scene', 'Sur place'],
  resolved: ['عولج', 'Resolved', 'Traité'],
  closed: ['مقفل', 'Closed', 'Clos'],
  on_hold: ['معلّق', 'On hold', 'En attente'],
  cancelled: ['ملغى', 'Cancelled', 'Annulé'],
  duplicate: ['مكرر', 'Duplicate', 'Doublon'],
  referred: ['أُحيل', 'Referred', 'Transmis'],
};

const origins: Record<z.infer<typeof incidentOrigin>, Said> = {
  reported: ['بلاغ', 'Reported', 'Signalé'],
  police_initiated: ['مبادرة الشرطة', 'Police-initiated', 'Initiative policière'],
};

const channels: Record<z.infer<typeof callChannel>, Said> = {
  telephone: ['الهاتف', 'telephone', 'téléphone'],
  radio: ['اللاسلكي', 'radio', 'radio'],
  walk_in: ['الحضور', 'walk-in', 'accueil'],
  patrol: ['الدورية', 'patrol', 'patrouille'],
  sensor: ['جهاز إنذار', 'sensor', 'capteur'],
  other_force: ['قوة أمنية أخرى', 'another force', 'autre force'],
};

/** The clocks of an incident and of its assignments, as a record, a file, a mapping and a figure name them. */
export const clockWords = {
  call_started: ['بدء الاتصال', 'Call started', 'Début de l’appel'],
  answered: ['الرد على الاتصال', 'Answered', 'Décroché'],
  created: ['التسجيل', 'Created', 'Création'],
  classified: ['التصنيف', 'Classified', 'Qualification'],
  queued: ['الإدراج في القائمة', 'Queued', 'Mise en file'],
  assigned: ['التكليف', 'Assigned', 'Engagement'],
  acknowledged: ['تأكيد الاستلام', 'Acknowledged', 'Accusé de réception'],
  en_route: ['الانطلاق', 'En route', 'Départ'],
  on_scene: ['الوصول إلى المكان', 'On scene', 'Arrivée sur place'],
  transport_started: ['بدء النقل', 'Transport started', 'Début du transport'],
  transport_arrived: ['انتهاء النقل', 'Transport arrived', 'Fin du transport'],
  cleared: ['انتهاء مهمة الدورية', 'Cleared', 'Libération de l’unité'],
  resolved: ['انتهاء المعالجة', 'Resolved', 'Fin du traitement'],
  closed: ['الإقفال', 'Closed', 'Clôture'],
  reopened: ['إعادة الفتح', 'Reopened', 'Réouverture'],
} as const satisfies Record<ClockName, Said>;

export const statusName = (status: z.infer<typeof incidentStatus>, language: Language): string =>
  incidentStatusWords[status][column[language]];
export const originName = (origin: z.infer<typeof incidentOrigin>, language: Language): string =>
  origins[origin][column[language]];
/** The word of a channel; one that an import brought and nobody knows is told as it is. */
export const channelName = (channel: string | null, language: Language): string =>
  channel === null ? '' : (channels[channel as keyof typeof channels]?.[column[language]] ?? channel);
/** The name of a clock; its code where it is none of ours. */
export const clockIn = (language: Language, clock: string): string =>
  clockWords[clock as ClockName]?.[column[language]] ?? clock;
