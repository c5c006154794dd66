// The columns of a file of incidents: headers in three languages, and what stands under them. Nothing restricted is among
// them: people and vehicles involved never leave this way.

import { type ListColumn, listColumn } from '@marsad/contract/incidents/export-incidents.ts';
import { channelName, clockWords, originName, statusName } from '@marsad/contract/incidents/incident-words.ts';
import type { Language } from '@marsad/contract/platform/reasons.ts';
import type { Organisation } from '../administration/index.ts';
import type { ExportedRow } from './list-store.ts';

/** A value of a cell; a moment is the local time of the room, as UTC fields. */
export type ExportValue = string | number | { local: Date } | null;

export interface Writing {
  language: Language;
  organisation: Organisation;
  dispositions: ReadonlyMap<number, string>;
  /** Of the list; all that there are when absent. */
  columns?: readonly ListColumn[] | undefined;
}

interface Column {
  header: readonly [ar: string, en: string, fr: string];
  /** Width of the column in letters. */
  width: number;
  value(row: ExportedRow, writing: Writing): ExportValue;
}

const languages: Record<Language, 0 | 1 | 2> = { ar: 0, en: 1, fr: 2 };

const named = (one: { nameAr: string; nameEn: string; nameFr: string } | undefined, language: Language): string =>
  one ? ([one.nameAr, one.nameEn, one.nameFr][languages[language]] ?? '') : '';
const unitName = (unitId: number | null, { organisation, language }: Writing): string =>
  unitId === null ? '' : named(organisation.findUnit(unitId), language);
const zoneOf = (row: ExportedRow, { organisation }: Writing): string =>
  organisation.findUnit(row.roomId)?.timeZone ?? 'UTC';

const formats = new Map<string, Intl.DateTimeFormat>();
/** An instant as the clock on the wall of a time zone shows it, in the UTC fields of a date. */
function localTime(instant: string, timeZone: string): Date {
  // Making one costs more than a thousand uses of it. Swedish writes dates as ISO does.
  const format =
    formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  formats.set(timeZone, format);
  return new Date(`${format.format(new Date(instant)).replace(' ', 'T')}Z`);
}

type Clock =
  | 'createdAt'
  | 'callStartedAt'
  | 'answeredAt'
  | 'dueAt'
  | 'firstDispatchedAt'
  | 'firstEnRouteAt'
  | 'firstOnSceneAt'
  | 'resolvedAt'
  | 'closedAt';
const moment = (clock: Clock, ...header: [string, string, string]): Column => ({
  header,
  width: 19,
  value: (row, writing) => {
    const instant = row[clock];
    return instant === null ? null : { local: localTime(instant, zoneOf(row, writing)) };
  },
});
// A missing or negative interval is blank, never 0.
const seconds = (from: Clock, to: Clock, ...header: [string, string, string]): Column => ({
  header,
  width: 14,
  value: (row) => {
    const [began, ended] = [row[from], row[to]];
    const taken = began === null || ended === null ? -1 : (Date.parse(ended) - Date.parse(began)) / 1000;
    return taken < 0 ? null : Math.round(taken);
  },
});

const columns: readonly Column[] = [
  { header: ['الرقم', 'Number', 'Numéro'], width: 16, value: (row) => row.number },
  moment('createdAt', 'وقت التسجيل', 'Created', 'Créé'),
  { header: ['المنطقة الزمنية', 'Time zone', 'Fuseau horaire'], width: 14, value: zoneOf },
  { header: ['الغرفة', 'Room', 'Salle'], width: 26, value: (row, writing) => unitName(row.roomId, writing) },
  { header: ['الفصيلة', 'Station', 'Poste'], width: 22, value: (row, writing) => unitName(row.stationId, writing) },
  {
    header: ['رمز النوع', 'Type code', 'Code du type'],
    width: 20,
    value: (row, { organisation }) => organisation.findType(row.typeId)?.code ?? '',
  },
  {
    header: ['النوع', 'Type', 'Type'],
    width: 26,
    value: (row, { organisation, language }) => named(organisation.findType(row.typeId), language),
  },
  { header: ['الأولوية', 'Priority', 'Priorité'], width: 9, value: (row) => row.priority },
  { header: ['الوضع', 'Status', 'État'], width: 14, value: (row, { language }) => statusName(row.status, language) },
  {
    header: ['المصدر', 'Origin', 'Origine'],
    width: 16,
    value: (row, { language }) => originName(row.origin, language),
  },
  {
    header: ['الوسيلة', 'Channel', 'Canal'],
    width: 14,
    value: (row, { language }) => channelName(row.channel, language),
  },
  { header: ['المكان', 'Place', 'Lieu'], width: 30, value: (row) => row.placeText },
  { header: ['ماذا حدث', 'What happened', 'Que s’est-il passé ?'], width: 50, value: (row) => row.narrative },
  { header: ['خط العرض', 'Latitude', 'Latitude'], width: 12, value: (row) => row.latitude },
  { header: ['خط الطول', 'Longitude', 'Longitude'], width: 12, value: (row) => row.longitude },
  {
    header: ['نصف قطر الشك (متر)', 'Radius of doubt (m)', 'Rayon d’incertitude (m)'],
    width: 14,
    value: (row) => row.radiusMetres,
  },
  moment('callStartedAt', ...clockWords.call_started),
  moment('answeredAt', ...clockWords.answered),
  moment('firstDispatchedAt', 'إرسال أول دورية', 'First dispatched', 'Premier engagement'),
  moment('firstEnRouteAt', 'انطلاق أول دورية', 'First en route', 'Premier départ'),
  moment('firstOnSceneAt', 'وصول أول دورية', 'First on scene', 'Première arrivée sur place'),
  moment('dueAt', 'المهلة', 'Due', 'Échéance'),
  moment('resolvedAt', ...clockWords.resolved),
  moment('closedAt', ...clockWords.closed),
  seconds('createdAt', 'firstDispatchedAt', 'الانتظار (ثانية)', 'Queue (seconds)', 'Attente (secondes)'),
  seconds('createdAt', 'firstOnSceneAt', 'الاستجابة (ثانية)', 'Response (seconds)', 'Réponse (secondes)'),
  {
    header: ['الدوريات', 'Units', 'Unités'],
    width: 18,
    value: (row) => row.callSigns.join(' '),
  },
  {
    header: ['النتيجة', 'Disposition', 'Issue'],
    width: 24,
    value: (row, { dispositions }) => (row.dispositionId === null ? '' : (dispositions.get(row.dispositionId) ?? '')),
  },
  { header: ['المعرّف', 'Id', 'Identifiant'], width: 37, value: (row) => row.incidentId },
];

/** What stands in the cells of a column of the list, by the English headers. */
const inCell: Record<ListColumn, readonly string[]> = {
  created: ['Created', 'Time zone'],
  number: ['Number'],
  type: ['Type code', 'Type', 'Priority'],
  place: ['Place', 'What happened'],
  status: ['Status'],
  room: ['Room'],
  station: ['Station'],
  callSigns: ['Units'],
  queue: ['Queue (seconds)'],
  response: ['Due', 'Response (seconds)'],
  disposition: ['Disposition'],
};

function columnsOf(chosen: readonly ListColumn[] | undefined): readonly Column[] {
  if (!chosen) return columns;
  const names = listColumn.options.filter((one) => chosen.includes(one)).flatMap((one) => inCell[one]);
  return names.flatMap((name) => columns.find((column) => column.header[languages.en] === name) ?? []);
}

/** Headers and widths in a language. */
export const headersIn = (language: Language, chosen?: readonly ListColumn[]): { header: string; width: number }[] =>
  columnsOf(chosen).map((column) => ({ header: column.header[languages[language]], width: column.width }));

export const valuesOf = (row: ExportedRow, writing: Writing): ExportValue[] =>
  columnsOf(writing.columns).map((column) => column.value(row, writing));
