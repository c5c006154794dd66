// When, what and how long: the shape of the practice force's eight years. Invented, and plausible.
import type { Chance } from './chance.ts';
import { Weighted } from './chance.ts';

export interface TypePattern {
  code: string;
  weight: number;
  /** Relative weight of each hour of the day. */
  hours: Weighted;
  /** Factor of each month, January first. */
  months: readonly number[];
  weekend: number;
  /** Median minutes on scene. */
  sceneMinutes: number;
  narratives: readonly string[];
}

const curve = (peak: number, width: number, floor: number): Weighted =>
  new Weighted(
    Array.from({ length: 24 }, (_, hour) => {
      const apart = Math.min(Math.abs(hour - peak), 24 - Math.abs(hour - peak));
      return floor + Math.exp(-((apart / width) ** 2));
    }),
  );
const night = curve(23, 4, 0.15);
const evening = curve(19, 5, 0.2);
const day = curve(12, 5, 0.12);
const rush = curve(17, 4, 0.25);
const flat = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
const summer = [0.8, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.3, 1.1, 1, 0.9, 0.8];
const winter = [1.3, 1.2, 1.1, 1, 0.9, 0.8, 0.8, 0.8, 0.9, 1, 1.1, 1.3];

const type = (
  code: string,
  weight: number,
  hours: Weighted,
  months: readonly number[],
  weekend: number,
  sceneMinutes: number,
  ...narratives: string[]
): TypePattern => ({ code, weight, hours, months, weekend, sceneMinutes, narratives });

export const typePatterns: readonly TypePattern[] = [
  type('traffic.damage', 14, rush, winter, 0.9, 25, 'تصادم سيارتين بلا إصابات', 'حادث سير والسائقان على خلاف'),
  type('traffic.injury', 6, rush, winter, 1.1, 40, 'حادث سير وفيه جريح', 'دراجة صدمتها سيارة'),
  type('order.noise', 9, night, summer, 1.6, 15, 'ضجيج من حفلة', 'موسيقى عالية بعد منتصف الليل'),
  type('violence.fight', 9, night, summer, 1.4, 25, 'شجار بين شبان', 'مشاجرة أمام مقهى'),
  type('violence.domestic', 5, evening, flat, 1.2, 35, 'صراخ داخل منزل', 'خلاف عائلي وتهديد'),
  type('violence.assault', 4, night, summer, 1.3, 30, 'اعتداء بالضرب على المارة'),
  type('violence.threat', 4, evening, flat, 1, 20, 'تهديد عبر الهاتف'),
  type('violence.knives', 1, night, summer, 1.4, 40, 'شجار بالسكاكين'),
  type('weapons.shooting', 3, night, summer, 1.5, 30, 'سماع إطلاق نار'),
  type('theft.vehicle', 6, night, winter, 1, 25, 'سيارة سُرقت من أمام المنزل'),
  type('theft.other', 9, day, flat, 0.9, 25, 'نشل هاتف', 'سرقة من داخل سيارة'),
  type('burglary.home', 6, day, summer, 0.9, 40, 'خلع باب منزل وسرقة', 'سرقة منزل أثناء غياب أهله'),
  type('robbery.street', 2, night, winter, 1.1, 35, 'سلب بقوة السلاح'),
  type('property.damage', 3, evening, flat, 1.1, 20, 'تكسير زجاج محل'),
  type('fraud.other', 3, day, flat, 0.5, 30, 'احتيال عبر الإنترنت'),
  type('suspicious.person', 6, night, flat, 1, 15, 'شخص يراقب المنازل'),
  type('suspicious.vehicle', 4, night, flat, 1, 15, 'سيارة متوقفة منذ يومين'),
  type('missing.adult', 1, evening, flat, 1, 45, 'تغيّب منذ الأمس'),
  type('medical.assistance', 4, day, winter, 1, 30, 'مؤازرة فريق إسعاف'),
  type('drugs.use', 3, night, flat, 1.2, 40, 'ضبط مواد مشبوهة'),
  type('patrol.checkpoint', 6, evening, flat, 1, 60, 'حاجز تفتيش'),
];

const holidays = new Set(['01-01', '01-06', '02-09', '05-01', '08-15', '11-22', '12-24', '12-25', '12-31']);

/** How busy a day is (local date), relative to a plain one. */
export function dayFactor(date: Date): number {
  const weekday = date.getUTCDay();
  const week = [0.95, 0.97, 0.97, 0.98, 1.02, 1.1, 1.12][weekday] ?? 1;
  const holiday = holidays.has(date.toISOString().slice(5, 10)) ? 1.35 : 1;
  const season = 1 + 0.1 * Math.sin(((date.getUTCMonth() - 3) / 12) * 2 * Math.PI);
  return week * holiday * season;
}

/** Chooses what happens on a day of a month and weekday. */
export class TypeOfDay {
  private readonly tables = new Map<string, Weighted>();

  draw(chance: Chance, date: Date): TypePattern {
    const weekend = date.getUTCDay() === 0 || date.getUTCDay() === 6;
    const key = `${date.getUTCMonth()}${weekend}`;
    let table = this.tables.get(key);
    if (!table) {
      table = new Weighted(
        typePatterns.map((one) => one.weight * (one.months[date.getUTCMonth()] ?? 1) * (weekend ? one.weekend : 1)),
      );
      this.tables.set(key, table);
    }
    return typePatterns[table.draw(chance)] as TypePattern;
  }
}
