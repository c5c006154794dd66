// The only place that touches ECharts. Charts are SVG: sharp on every screen and in print, and the SVG can be saved.
import { BarChart, HeatmapChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent, VisualMapComponent } from 'echarts/components';
import { type EChartsCoreOption, type EChartsType, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { type RefObject, useEffect, useRef } from 'react';

use([
  BarChart,
  HeatmapChart,
  LineChart,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  VisualMapComponent,
  SVGRenderer,
]);

export type ChartOption = EChartsCoreOption;

/** The colours of the theme in force, read from the tokens. */
export interface ChartColours {
  ink: string;
  muted: string;
  line: string;
  accent: string;
  second: string;
  context: string;
  surface: string;
  /** Where there is nothing, in a map of heat. */
  empty: string;
}

// The width of A4 within its margins: charts are drawn anew for it, so that letters stay legible.
const paperWidth = 680;

function coloursNow(): ChartColours {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    ink: token('--ink'),
    muted: token('--ink2'),
    line: token('--line'),
    accent: token('--accent'),
    second: token('--p2'),
    context: token('--p4'),
    surface: token('--s1'),
    empty: token('--s3'),
  };
}

interface Props {
  /** Builds the option for the theme in force. */
  option(colours: ChartColours): ChartOption;
  /** What a screen reader says of it; the numbers stand in the table beside it. */
  label: string;
  height: number;
  holder: RefObject<HTMLDivElement | null>;
}

/** Draws a chart as wide as its place, again when the theme, the data or the width changes. */
export function Chart({ option, label, height, holder }: Props) {
  const chart = useRef<EChartsType | null>(null);
  useEffect(() => {
    const element = holder.current;
    if (!element) return;
    const made = init(element, null, { renderer: 'svg' });
    chart.current = made;
    const paper = matchMedia('print');
    const fit = () => {
      made.resize(paper.matches ? { width: paperWidth } : undefined);
      const svg = element.querySelector('svg');
      svg?.setAttribute('viewBox', `0 0 ${made.getWidth()} ${made.getHeight()}`);
    };
    const resized = new ResizeObserver(fit);
    resized.observe(element);
    paper.addEventListener('change', fit);
    return () => {
      resized.disconnect();
      paper.removeEventListener('change', fit);
      made.dispose();
      chart.current = null;
    };
  }, [holder]);
  useEffect(() => {
    const draw = () =>
      chart.current?.setOption(
        {
          animation: false,
          textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
          ...option(coloursNow()),
        },
        { notMerge: true },
      );
    draw();
    const themed = new MutationObserver(draw);
    themed.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => themed.disconnect();
  }, [option]);
  return <div ref={holder} className="chart" role="img" aria-label={label} style={{ height }} dir="ltr" />;
}
