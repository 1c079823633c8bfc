import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { apiUrl } from "../api";
import { usePage, useWords } from "../context";
import { dateOnly, duration, number, percent } from "../format";
import { useLive } from "../live";
import { Empty, Loaded, Section } from "../parts/basics";
import { field } from "../parts/dialog";
import { Choice } from "../parts/filters";
import { formatRoute } from "../route";
import type { Metrics, Options, Report, Spread } from "../types";
import { type Week, weeks } from "../weeks";

const EVERY = 60_000;
const PERIODS = ["30", "90", "365"] as const;

function spanOf(days: string): { from: string; to: string } {
  const to = new Date();
  to.setUTCHours(0, 0, 0, 0);
  to.setUTCDate(to.getUTCDate() + 1);
  const from = new Date(to);
  from.setUTCDate(from.getUTCDate() - Number(days));
  return { from: from.toISOString().slice(0, 10), to: to.toISOString().slice(0, 10) };
}

export function MetricsPage({ query }: { query: Record<string, string> }): JSX.Element {
  const page = usePage();
  const days = PERIODS.find((period) => period === query.days) ?? "90";
  const service = query.service ?? page.service;
  const environment = query.environment ?? page.environment;
  const url = apiUrl(page, "metrics", { service, environment, ...spanOf(days) });
  const live = useLive<Metrics>(url, EVERY);
  return (
    <>
      <Filters days={days} service={service} environment={environment} />
      <Loaded live={live}>{(metrics) => <Numbers metrics={metrics} days={Number(days)} />}</Loaded>
    </>
  );
}

function Filters({
  days,
  service,
  environment,
}: {
  days: string;
  service: string;
  environment: string;
}): JSX.Element {
  const page = usePage();
  const words = useWords();
  const options = useLive<Options>(apiUrl(page, "options"), 0);
  const places = options.value?.places ?? [];
  const change = (event: Event): void => {
    const form = new FormData((event.target as HTMLSelectElement).form ?? undefined);
    location.hash = formatRoute("metrics", {
      days: field(form, "days"),
      service: field(form, "service"),
      environment: field(form, "environment"),
    });
  };
  const periods: Record<string, string> = { "30": words.span30, "90": words.span90, "365": words.span365 };
  return (
    <form class="itgc-filters" onChange={change}>
      <label class="itgc-field">
        {words.period}
        <select name="days" class="jenkins-input">
          {PERIODS.map((period) => (
            <option key={period} value={period} selected={period === days}>
              {periods[period]}
            </option>
          ))}
        </select>
      </label>
      <Choice name="service" label={words.service} value={service} values={places.map((place) => place.service)} />
      <Choice
        name="environment"
        label={words.environment}
        value={environment}
        values={places.map((place) => place.environment)}
      />
    </form>
  );
}

function Tile({ title, value, about }: { title: string; value: string; about: string }): JSX.Element {
  return (
    <div class="itgc-tile">
      <h2>{title}</h2>
      <p class="itgc-tile__value">{value}</p>
      <p class="itgc-quiet">{about}</p>
    </div>
  );
}

function Numbers({ metrics, days }: { metrics: Metrics; days: number }): JSX.Element {
  const { language } = usePage();
  const words = useWords();
  const { report } = metrics;
  const byWeek = weeks(report.days);
  const time = (spread: Spread): string => (spread.count === 0 ? "–" : duration(spread.median, language));
  return (
    <>
      <div class="itgc-tiles">
        <Tile
          title={words.frequency}
          value={`${number(report.succeeded / days, language)} ${words.perDay}`}
          about={words.frequencyAbout(number(report.succeeded, language))}
        />
        <Tile
          title={words.lead}
          value={time(report.lead)}
          about={words.leadAbout(report.leadFromMerge, report.lead.count)}
        />
        <Tile
          title={words.failure}
          value={percent(report.failed, report.finished, language)}
          about={words.failureAbout(report.failed, report.finished)}
        />
        <Tile title={words.restore} value={time(report.restore)} about={words.restoreAbout(report.restore.count)} />
        <Tile
          title={words.rework}
          value={percent(report.rework, report.finished, language)}
          about={words.reworkAbout(report.rework, report.finished)}
        />
      </div>
      {byWeek.length > 0 && <Charts weeks={byWeek} report={report} />}
      <Section title={words.waits}>
        <Waits waits={report.waits} />
      </Section>
      {byWeek.length > 0 && (
        <Section title={words.numbers}>
          <Weeks weeks={byWeek} />
        </Section>
      )}
    </>
  );
}

function Charts({ weeks: byWeek, report }: { weeks: Week[]; report: Report }): JSX.Element {
  const page = usePage();
  const words = useWords();
  const deploys = useRef<HTMLDivElement>(null);
  const lead = useRef<HTMLDivElement>(null);
  const waits = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let stop = (): void => undefined;
    let gone = false;
    void import("../charts").then((charts) => {
      if (!gone && deploys.current !== null && lead.current !== null && waits.current !== null) {
        stop = charts.draw(
          { deploys: deploys.current, lead: lead.current, waits: waits.current },
          { weeks: byWeek, waits: report.waits, words, language: page.language },
        );
      }
    });
    return () => {
      gone = true;
      stop();
    };
  }, [byWeek, report, words, page.language]);
  return (
    <div class="itgc-charts">
      <figure class="itgc-card">
        <figcaption>{words.chartDays}</figcaption>
        <div ref={deploys} class="itgc-chart" role="img" aria-label={words.chartDays} />
      </figure>
      <figure class="itgc-card">
        <figcaption>{words.chartLead}</figcaption>
        <div ref={lead} class="itgc-chart" role="img" aria-label={words.chartLead} />
      </figure>
      <figure class="itgc-card">
        <figcaption>{words.waits}</figcaption>
        <div ref={waits} class="itgc-chart" role="img" aria-label={words.waits} />
      </figure>
    </div>
  );
}

function Waits({ waits }: { waits: Record<string, Spread> }): JSX.Element {
  const { language } = usePage();
  const words = useWords();
  const gates = Object.entries(waits);
  if (gates.length === 0) {
    return <Empty>{words.noWaits}</Empty>;
  }
  return (
    <div class="itgc-scroll" role="region" aria-label={words.waits} tabIndex={0}>
      <table class="itgc-table">
        <thead>
          <tr>
            <th scope="col">{words.gate}</th>
            <th scope="col">{words.count}</th>
            <th scope="col">{words.median}</th>
            <th scope="col">{words.p90}</th>
            <th scope="col">{words.average}</th>
          </tr>
        </thead>
        <tbody>
          {gates.map(([gate, spread]) => (
            <tr key={gate}>
              <th scope="row">{gate === "queue" ? words.queue : gate}</th>
              <td>{number(spread.count, language)}</td>
              <td>{duration(spread.median, language)}</td>
              <td>{duration(spread.p90, language)}</td>
              <td>{duration(spread.average, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Weeks({ weeks: byWeek }: { weeks: Week[] }): JSX.Element {
  const { language } = usePage();
  const words = useWords();
  return (
    <div class="itgc-scroll" role="region" aria-label={words.numbers} tabIndex={0}>
      <table class="itgc-table">
        <thead>
          <tr>
            <th scope="col">{words.week}</th>
            <th scope="col">{words.succeeded}</th>
            <th scope="col">{words.failedCount}</th>
            <th scope="col">{words.rollback}</th>
            <th scope="col">{words.lead}</th>
          </tr>
        </thead>
        <tbody>
          {byWeek.map((week) => (
            <tr key={week.monday}>
              <th scope="row">{dateOnly(week.monday, language)}</th>
              <td>{week.succeeded}</td>
              <td>{week.failed}</td>
              <td>{week.rollbacks}</td>
              <td>{week.lead === null ? "–" : duration(week.lead, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
