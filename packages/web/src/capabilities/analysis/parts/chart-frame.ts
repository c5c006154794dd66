import type { ChartColours } from '../../../platform/charts/Chart.tsx';
import type { Language } from '../../../platform/text.ts';

/** What all charts share: Arabic ones run from right to left, their box of numbers too. */
export function chartFrame(language: Language, colours: ChartColours) {
  const rtl = language === 'ar';
  return {
    rtl,
    /** Keeps a text of words and figures in its own order, whatever stands around it. */
    text: (text: string) => (rtl ? `\u2067${text}\u2069` : text),
    /** Room for the labels of the vertical axis at the side where reading begins. */
    grid: (labels: number, rest: { top: number; bottom: number }) => ({
      left: rtl ? 14 : labels,
      right: rtl ? labels : 14,
      ...rest,
    }),
    side: rtl ? ('right' as const) : ('left' as const),
    legend: (names: readonly string[]) => ({
      top: 0,
      textStyle: { color: colours.muted },
      itemWidth: 16,
      align: rtl ? ('right' as const) : ('left' as const),
      data: rtl ? [...names].reverse() : [...names],
    }),
    tooltip: {
      backgroundColor: colours.surface,
      borderColor: colours.line,
      textStyle: { color: colours.ink },
      extraCssText: `direction: ${rtl ? 'rtl' : 'ltr'}; text-align: start;`,
    },
  };
}
