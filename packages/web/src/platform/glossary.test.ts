// The glossary settles one word for one thing. These were said beside it once; none of them comes back.
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const replaced: readonly [said: RegExp, instead: string][] = [
  [/مخفر/u, 'فصيلة'],
  [/\[?'المركز'/u, 'الفصيلة'],
  [/ساعة ناقصة|ساعتين مسجّلتين/u, 'توقيت'],
  [/إخلاء الدورية|التفرّغ/u, 'انتهاء مهمة الدورية'],
  [/'الإغلاق'/u, 'الإقفال'],
  [/رمز الدورية/u, 'رمز النداء'],
  [/وظيف/u, 'منصب'],
  [/إفشاء/u, 'إفصاح'],
  [/بيانات تدريب|قوة التدريب/u, 'تمرين'],
  [/سجل الحادث/u, 'سجل المجريات'],
  [/جهاز آخر/u, 'قوة أمنية أخرى'],
  [/مكالمة/u, 'اتصال'],
  [/السطور/u, 'الأسطر'],
  [/\bhoraires?\b(?<!fuseau horaire)/iu, 'horodatage'],
  [/\baffectations?\b/iu, 'engagement'],
  [/\bstatuts?\b/iu, 'état'],
  [/\breclass|\bclassement/iu, 'requalifier, qualification'],
  [/\bchronologie\b/iu, 'fil des événements'],
  [/\brésolu\b/iu, 'traité'],
  [/accès d’urgence/iu, 'accès exceptionnel'],
  [/\b(la|une|de|d’une) zone\b|'Zones?\b/u, 'secteur'],
  [/(sans|dans la) limite/iu, 'délai'],
  [/\bimportations?\b/iu, 'import'],
];
const root = new URL('../../../../', import.meta.url).pathname;
const files = globSync(
  [
    'packages/web/src/**/*words.ts',
    'packages/web/src/platform/text.ts',
    'packages/contract/src/**/*words.ts',
    'packages/contract/src/platform/reasons/*.ts',
    'packages/contract/src/administration/{roles,permissions}.ts',
    'docs/glossary.md',
  ],
  { cwd: root },
);

test('screens, reasons and the audit log say what the glossary says', () => {
  expect(files.length).toBeGreaterThan(30);
  const found = files.flatMap((file) =>
    readFileSync(`${root}${file}`, 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        replaced
          .filter(([said]) => said.test(line))
          .map(([, instead]) => `${file}:${index + 1} instead: ${instead} · ${line.trim()}`),
      ),
  );
  expect(found).toEqual([]);
});
