// A first guess of a mapping from the heading of a file and the values under it: where a person begins, never more.
import { GEOMETRY_COLUMN } from '@marsad/contract/sync/mapping.ts';
import type { ColumnValues } from './read/count-values.ts';
import { localTimes } from './read/local-time.ts';

// Words of headings in the three languages, the surest first. A heading need only hold one of them.
const words = {
  key: [
    'uid',
    'call number',
    'incident number',
    'case number',
    'record id',
    'reference',
    'rowid',
    'رقم الحادث',
    'رقم',
    'numero',
    'id',
  ],
  created: ['created', 'entry', 'reported', 'received', 'وقت الإنشاء', 'تاريخ', 'وقت', 'date', 'heure', 'time'],
  longitude: ['longitude', 'lon', 'lng', 'خط الطول'],
  latitude: ['latitude', 'lat', 'خط العرض'],
  type: ['call type', 'offence', 'offense', 'crime', 'type', 'category', 'nature', 'نوع', 'infraction'],
  priority: ['final priority', 'priority', 'أولوية', 'priorite'],
  room: ['operations room', 'battalion', 'precinct', 'غرفة', 'salle'],
  station: ['station', 'district', 'مخفر', 'فصيلة', 'مركز', 'commissariat'],
  place: ['address', 'street', 'place', 'عنوان', 'مكان', 'adresse', 'lieu', 'location'],
  callSign: ['call sign', 'unit id', 'unit', 'دورية', 'indicatif', 'unite'],
} as const;

const formats = [
  'YYYY-MM-DD HH:mm:ss',
  'YYYY-MM-DD HH:mm',
  'YYYY-MM-DDTHH:mm:ss',
  'YYYY-MM-DD',
  'DD/MM/YYYY HH:mm:ss',
  'DD/MM/YYYY HH:mm',
  'DD/MM/YYYY',
  'MM/DD/YYYY hh:mm:ss A',
  'MM/DD/YYYY HH:mm:ss',
  'MM/DD/YYYY HH:mm',
  'MM/DD/YYYY',
  'DD.MM.YYYY HH:mm',
  'DD-MM-YYYY HH:mm',
  'DD MMMM YYYY HH:mm',
  'DD MMMM YYYY',
  'YYYY/MM/DD HH:mm:ss',
];

// Without marks, case, the article, and the differences of writing that people do not keep to.
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/[_-]+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/(^|\s)ال/g, '$1');

// A file has its faults: what nine values in ten follow is its format.
const ENOUGH = 0.9;

/** Returns the format that nearly every value told of a column follows, undefined where there is none. */
export function guessDateFormat(column: ColumnValues): string | undefined {
  if (column.values.length < 2 && !/\d/.test(column.values[0]?.value ?? '')) return undefined;
  const shares = formats.map((format) => {
    const times = localTimes(format, 'UTC');
    const read = column.values.filter(({ value }) => {
      try {
        times.read(value, column.name);
        return true;
      } catch {
        return false;
      }
    });
    return { format, share: read.length / column.values.length };
  });
  const best = shares.reduce((a, b) => (b.share > a.share ? b : a));
  return best.share >= ENOUGH || best.share * column.values.length >= column.values.length - 1
    ? best.format
    : undefined;
}

/** Returns the parts of a mapping that the columns suggest. */
export function guessMapping(columns: readonly ColumnValues[]): Record<string, unknown> {
  const named = (list: readonly string[], fits: (column: ColumnValues) => boolean = () => true) => {
    for (const word of list.map(plain)) {
      const whole = columns.find((column) => plain(column.name) === word && fits(column));
      const part = columns.find((column) => ` ${plain(column.name)} `.includes(` ${word} `) && fits(column));
      if (whole ?? part) return whole ?? part;
    }
    return undefined;
  };
  const distinct = ({ values, empty }: ColumnValues) => empty === 0 && values.every(({ rows }) => rows === 1);
  const key = named(words.key, distinct) ?? named(words.key);
  const created =
    named(words.created, (column) => guessDateFormat(column) !== undefined) ??
    columns.find((column) => guessDateFormat(column) !== undefined);
  const column = (list: readonly string[]) => named(list)?.name;
  const [type, priority, room, station, callSign] = [
    column(words.type),
    column(words.priority),
    column(words.room),
    column(words.station),
    column(words.callSign),
  ];
  const place = named(words.place, (one) => !isPoint(one))?.name;
  const position = guessPosition(columns, column);
  return {
    rowIs: 'incident',
    ...(key && { key: [key.name] }),
    ...(created && { clocks: { created: created.name }, dateFormat: guessDateFormat(created) }),
    ...(type && { type: { column: type, otherwise: 'unclassified.imported' } }),
    ...(priority && { priority: { column: priority, otherwise: 3 } }),
    ...(room && { room: { column: room } }),
    ...(station && { station: { column: station } }),
    ...(place && { place: [place] }),
    ...(position && { position }),
    ...(callSign && { callSign }),
  };
}

const isPoint = ({ values }: ColumnValues): boolean =>
  values.length > 0 && values.every(({ value }) => /^\(\s*-?[\d.]+\s*,\s*-?[\d.]+\s*\)$/.test(value));

function guessPosition(columns: readonly ColumnValues[], column: (list: readonly string[]) => string | undefined) {
  if (columns.some(({ name }) => name === GEOMETRY_COLUMN)) return { kind: 'geometry' };
  const [longitude, latitude] = [column(words.longitude), column(words.latitude)];
  if (longitude && latitude) return { kind: 'decimal', longitude, latitude };
  const point = columns.find(isPoint);
  return point && { kind: 'point_text', column: point.name };
}
