import type { JSX } from "preact";
import { apiUrl } from "../api";
import { usePage, useWords } from "../context";
import { dateOnly } from "../format";
import { useLive } from "../live";
import { Badge, Empty, Loaded, Outside, Section, Sentence } from "../parts/basics";
import { grid, type GridDay, monthOf, shifted, touches } from "../month";
import { formatRoute } from "../route";
import type { Calendar, Mark, Span, EnvironmentStatus } from "../types";

const EVERY = 60_000;
const SHOWN = 4;

export function CalendarPage({ query }: { query: Record<string, string> }): JSX.Element {
  const page = usePage();
  const words = useWords();
  const month = monthOf(query.month, new Date());
  const weeks = grid(month);
  const from = weeks[0]?.[0]?.date ?? "";
  const after = new Date(`${weeks.at(-1)?.at(-1)?.date ?? ""}T00:00:00Z`);
  after.setUTCDate(after.getUTCDate() + 1);
  const url = apiUrl(page, "calendar", {
    from,
    to: after.toISOString().slice(0, 10),
    service: page.service,
    environment: page.environment,
  });
  const live = useLive<Calendar>(url, EVERY);
  const title = new Intl.DateTimeFormat(page.language, { year: "numeric", month: "long", timeZone: "UTC" }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
  return (
    <>
      <div class="itgc-monthbar">
        <h2 aria-live="polite">{title}</h2>
        <div class="itgc-actions">
          <a class="jenkins-button" href={formatRoute("calendar", { month: shifted(month, -1) })}>
            {words.previousMonth}
          </a>
          <a class="jenkins-button" href={formatRoute("calendar")}>
            {words.today}
          </a>
          <a class="jenkins-button" href={formatRoute("calendar", { month: shifted(month, 1) })}>
            {words.nextMonth}
          </a>
        </div>
      </div>
      <Loaded live={live}>
        {(calendar) => (
          <>
            <StatusNow
              statuses={calendar.standing.filter(
                (one) => page.environment === "" || one.environment === page.environment,
              )}
            />
            <Month weeks={weeks} calendar={calendar} title={title} />
          </>
        )}
      </Loaded>
    </>
  );
}

export function StatusNow({ statuses }: { statuses: EnvironmentStatus[] }): JSX.Element | null {
  const words = useWords();
  if (statuses.length === 0) {
    return null;
  }
  return (
    <Section title={words.statusTitle}>
      <ul class="itgc-list">
        {statuses.map((one) => (
          <li key={one.environment}>
            <strong>{one.environment}</strong> <Badge kind="span" value={one.state} />{" "}
            <Outside to={one.link}>
              <Sentence text={one.reason} />
            </Outside>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Month({ weeks, calendar, title }: { weeks: GridDay[][]; calendar: Calendar; title: string }): JSX.Element {
  const words = useWords();
  return (
    <>
      {calendar.problem !== null && (
        <p class="itgc-problem" role="alert">
          <Sentence text={calendar.problem} />
        </p>
      )}
      {calendar.deploys.length === 0 && calendar.spans.length === 0 && <Empty>{words.noSpans}</Empty>}
      <table class="itgc-month">
        <caption class="itgc-hidden">{title}</caption>
        <thead>
          <tr>
            {words.weekdays.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]?.date}>
              {week.map((day) => (
                <DayCell
                  key={day.date}
                  day={day}
                  spans={calendar.spans.filter((span) => touches(day.date, span.start, span.end))}
                  deploys={calendar.deploys.filter((deploy) => deploy.at.startsWith(day.date))}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function DayCell({ day, spans, deploys }: { day: GridDay; spans: Span[]; deploys: Mark[] }): JSX.Element {
  const { language } = usePage();
  const words = useWords();
  const today = new Date().toISOString().startsWith(day.date);
  const empty = spans.length === 0 && deploys.length === 0;
  return (
    <td class={`${day.inMonth ? "" : "itgc-other"} ${empty ? "itgc-free" : ""}`}>
      <time dateTime={day.date} {...(today ? { "aria-current": "date" as const } : {})}>
        <span class="itgc-wide">{Number(day.date.slice(8))}</span>
        <span class="itgc-narrow">{dateOnly(day.date, language)}</span>
      </time>
      <ul>
        {spans.map((span) => (
          <li key={span.kind + span.start + span.title}>
            <Badge kind="span" value={span.kind} /> <Outside to={span.link}>{span.title}</Outside>
          </li>
        ))}
        {deploys.slice(0, SHOWN).map((deploy) => (
          <li key={deploy.id} class={`itgc-done itgc-done--${deploy.failed ? "bad" : deploy.result}`}>
            <a href={formatRoute("deploy", {}, deploy.id)}>
              {deploy.service} → {deploy.environment}
            </a>
            <span class="itgc-hidden"> {words[`result${deploy.result}`]}</span>
          </li>
        ))}
        {deploys.length > SHOWN && (
          <li>
            <a href={formatRoute("history", { from: day.date, to: dayAfter(day.date) })}>
              {words.moreDeploys(deploys.length - SHOWN)}
            </a>
          </li>
        )}
      </ul>
    </td>
  );
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
