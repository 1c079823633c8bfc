import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { dateOnly, duration } from "./format";
import type { Spread } from "./types";
import type { Week } from "./weeks";
import type { Words } from "./words";

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

const HOUR = 3_600_000;

interface Places {
  deploys: HTMLElement;
  lead: HTMLElement;
  waits: HTMLElement;
}

interface Data {
  weeks: Week[];
  waits: Record<string, Spread>;
  words: Words;
  language: string;
}

/** The colours of the page, as the theme has them now. */
function colours(element: HTMLElement): Record<"text" | "quiet" | "line" | "good" | "bad" | "accent" | "ground", string> {
  const style = getComputedStyle(element);
  const of = (name: string): string => style.getPropertyValue(name).trim();
  return {
    text: of("--itgc-text"),
    quiet: of("--itgc-quiet"),
    line: of("--itgc-line"),
    good: of("--itgc-good"),
    bad: of("--itgc-bad"),
    accent: of("--itgc-accent"),
    ground: of("--itgc-ground"),
  };
}

function options(element: HTMLElement, own: EChartsCoreOption): EChartsCoreOption {
  const colour = colours(element);
  return {
    animation: false,
    textStyle: { color: colour.text, fontFamily: getComputedStyle(element).fontFamily },
    grid: { left: 8, right: 16, top: 36, bottom: 8, containLabel: true },
    // Drawn on the canvas: a strict Content-Security-Policy allows no styles in markup.
    tooltip: {
      trigger: "axis",
      renderMode: "richText",
      backgroundColor: colour.ground,
      borderColor: colour.line,
      textStyle: { color: colour.text },
    },
    ...own,
  };
}

/** Draws the charts, again whenever the theme or the width changes; gives back how to end that. */
export function draw(places: Places, data: Data): () => void {
  const charts = [
    { chart: init(places.deploys), option: () => deploysOption(places.deploys, data) },
    { chart: init(places.lead), option: () => leadOption(places.lead, data) },
    { chart: init(places.waits), option: () => waitsOption(places.waits, data) },
  ];
  const redraw = (): void => {
    for (const { chart, option } of charts) {
      chart.setOption(option(), true);
    }
  };
  redraw();
  const sizes = new ResizeObserver(() => {
    for (const { chart } of charts) {
      chart.resize();
    }
  });
  Object.values(places).forEach((element: HTMLElement) => {
    sizes.observe(element);
  });
  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", redraw);
  const themes = new MutationObserver(redraw);
  themes.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme", "class"] });
  return () => {
    sizes.disconnect();
    themes.disconnect();
    dark.removeEventListener("change", redraw);
    for (const { chart } of charts) {
      chart.dispose();
    }
  };
}

function axes(element: HTMLElement, names: string[], unit = ""): EChartsCoreOption {
  const colour = colours(element);
  const label = { color: colour.quiet };
  return {
    xAxis: { type: "category", data: names, axisLabel: label, axisLine: { lineStyle: { color: colour.line } } },
    yAxis: {
      type: "value",
      minInterval: unit === "" ? 1 : 0,
      name: unit,
      nameTextStyle: label,
      axisLabel: label,
      splitLine: { lineStyle: { color: colour.line } },
    },
  };
}

function deploysOption(element: HTMLElement, { weeks, words, language }: Data): EChartsCoreOption {
  const colour = colours(element);
  return options(element, {
    ...axes(
      element,
      weeks.map((week) => dateOnly(week.monday, language)),
    ),
    legend: { textStyle: { color: colour.text }, top: 0 },
    series: [
      {
        name: words.succeeded,
        type: "bar",
        stack: "all",
        itemStyle: { color: colour.accent },
        data: weeks.map((week) => week.succeeded),
      },
      {
        name: words.failedCount,
        type: "bar",
        stack: "all",
        itemStyle: { color: colour.bad, decal: { symbol: "rect", rotation: 0.785 } },
        data: weeks.map((week) => week.failed),
      },
    ],
  });
}

function leadOption(element: HTMLElement, { weeks, words, language }: Data): EChartsCoreOption {
  const colour = colours(element);
  return options(element, {
    ...axes(
      element,
      weeks.map((week) => dateOnly(week.monday, language)),
      words.hours,
    ),
    series: [
      {
        name: words.lead,
        type: "line",
        connectNulls: true,
        symbolSize: 7,
        itemStyle: { color: colour.accent },
        data: weeks.map((week) => (week.lead === null ? null : week.lead / HOUR)),
        tooltip: {
          valueFormatter: (value: unknown) => (typeof value === "number" ? duration(value * HOUR, language) : "–"),
        },
      },
    ],
  });
}

function waitsOption(element: HTMLElement, { waits, words, language }: Data): EChartsCoreOption {
  const colour = colours(element);
  const gates = Object.keys(waits);
  const bar = (name: string, fill: string, value: (spread: Spread) => number): Record<string, unknown> => ({
    name,
    type: "bar",
    itemStyle: { color: fill },
    data: Object.values(waits).map((spread) => value(spread) / HOUR),
    tooltip: {
      valueFormatter: (hours: unknown) => (typeof hours === "number" ? duration(hours * HOUR, language) : "–"),
    },
  });
  return options(element, {
    ...axes(
      element,
      gates.map((gate) => (gate === "queue" ? words.queue : gate)),
      words.hours,
    ),
    legend: { textStyle: { color: colour.text }, top: 0 },
    series: [bar(words.median, colour.accent, (s) => s.median), bar(words.p90, colour.quiet, (s) => s.p90)],
  });
}
