import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { chooseDigits, inDigits, numberingOf, openDigits, sentenceInDigits, westernDigits, writeIn } from './digits.ts';
import { clockFormat, localeOf, numberLocaleOf } from './locales.ts';

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});
afterEach(() => {
  openDigits(null);
  vi.unstubAllGlobals();
});

test('0-9 stand until a person chooses; the choice is that person’s, and of Arabic alone', () => {
  writeIn('ar');
  expect(inDigits('5:18')).toBe('5:18');
  chooseDigits('somebody', 'eastern');
  expect(inDigits('5:18')).toBe('٥:١٨');
  expect(inDigits(1024)).toBe('١٠٢٤');
  writeIn('en');
  expect(inDigits('5:18')).toBe('5:18');
  writeIn('ar');
  openDigits('another');
  expect(inDigits('5:18')).toBe('5:18');
  openDigits('somebody');
  expect(inDigits('5:18')).toBe('٥:١٨');
  chooseDigits('somebody', 'western');
  expect(inDigits('5:18')).toBe('5:18');
});

test('formats of numbers, days and clocks follow it', () => {
  const noon = Date.UTC(2026, 4, 3, 12, 5, 9);
  const day = () => new Intl.DateTimeFormat(localeOf('ar'), { dateStyle: 'medium', timeZone: 'UTC' }).format(noon);
  expect(new Intl.NumberFormat(numberLocaleOf('ar')).format(12345.6)).toBe('12,345.6');
  expect(day()).toContain('2026');
  chooseDigits('somebody', 'eastern');
  expect(new Intl.NumberFormat(numberLocaleOf('ar')).format(12345.6)).toBe('١٢٬٣٤٥٫٦');
  expect(day()).toContain('٢٠٢٦');
  expect(clockFormat('ar', 'UTC', 'medium').format(noon)).toBe('١٢:٠٥:٠٩');
  expect(clockFormat('fr', 'UTC', 'short').format(noon)).toBe('12:05');
  expect(numberingOf('en')).toBe('latn');
});

test('in a sentence numbers are turned and codes are not', () => {
  writeIn('ar');
  chooseDigits('somebody', 'eastern');
  expect(sentenceInDigits('مضى أكثر من 72 ساعة على TRI-26-004512')).toBe('مضى أكثر من ٧٢ ساعة على TRI-26-004512');
  expect(sentenceInDigits('آخر 7 أيام')).toBe('آخر ٧ أيام');
  expect(sentenceInDigits('1. صوّر هذا الرمز')).toBe('١. صوّر هذا الرمز');
  expect(sentenceInDigits('خلية (H3) في EPSG:4326 أو proj4، والدورية M-07')).toBe(
    'خلية (H3) في EPSG:4326 أو proj4، والدورية M-07',
  );
  expect(sentenceInDigits('المدة 3.5')).toBe('المدة ٣.٥');
});

test('digits are read as they are typed, whichever', () => {
  expect(westernDigits('٠٣ ١٢٣ ٤٥٦')).toBe('03 123 456');
  expect(westernDigits('۰۳-۴۵۶')).toBe('03-456');
  expect(westernDigits('٣٤٫٤٣٦')).toBe('34.436');
  expect(westernDigits('+961 3 بيروت، ٫')).toBe('+961 3 بيروت، ٫');
});
