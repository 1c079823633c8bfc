import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { apiUrl, get } from "../api";
import { usePage, useWords } from "../context";
import { list } from "../format";
import { useLive } from "../live";
import { Commit, DeployBadges, DeployLink, Empty, Loaded, Outside, Time } from "../parts/basics";
import { field } from "../parts/dialog";
import { Choice } from "../parts/filters";
import { formatRoute } from "../route";
import type { Deploy, DeploysPage as Answer, Options } from "../types";

const EVERY = 15_000;
const FILTERS = ["service", "environment", "person", "ticket", "text", "result", "from", "to"] as const;
const RESULTS = ["succeeded", "failed", "aborted", "unknown", "started", "requested"] as const;

export function HistoryPage({ query }: { query: Record<string, string> }): JSX.Element {
  const page = usePage();
  const words = useWords();
  const filters: Record<string, string> = { service: page.service, environment: page.environment, ...query };
  const live = useLive<Answer>(apiUrl(page, "deploys", filters), EVERY);
  const feed = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== "")).toString();
  const suffix = feed === "" ? "" : `?${feed}`;
  return (
    <>
      <Filters filters={filters} />
      <Loaded live={live}>{(answer) => <Deploys first={answer} filters={filters} />}</Loaded>
      <p class="itgc-quiet">
        {words.feeds}: <a href={`${page.root}/deploys/feed.atom${suffix}`}>{words.atom}</a>{" "}
        <a href={`${page.root}/deploys/deploys.ics${suffix}`}>{words.ical}</a>
      </p>
    </>
  );
}

function Filters({ filters }: { filters: Record<string, string> }): JSX.Element {
  const page = usePage();
  const words = useWords();
  const options = useLive<Options>(apiUrl(page, "options"), 0);
  const places = options.value?.places ?? [];
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    location.hash = formatRoute("history", Object.fromEntries(FILTERS.map((name) => [name, field(form, name)])));
  };
  return (
    <form class="itgc-filters" role="search" onSubmit={submit} key={JSON.stringify(filters)}>
      <label class="itgc-field itgc-field--wide">
        {words.text}
        <input type="search" name="text" class="jenkins-input" maxLength={200} defaultValue={filters.text ?? ""} />
      </label>
      <Choice name="service" label={words.service} value={filters.service} values={places.map((p) => p.service)} />
      <Choice
        name="environment"
        label={words.environment}
        value={filters.environment}
        values={places.map((p) => p.environment)}
      />
      <Choice
        name="result"
        label={words.result}
        value={filters.result}
        values={[...RESULTS]}
        show={(result) => words[`result${result as (typeof RESULTS)[number]}`]}
      />
      <label class="itgc-field">
        {words.person}
        <input name="person" class="jenkins-input" maxLength={200} defaultValue={filters.person ?? ""} />
      </label>
      <label class="itgc-field">
        {words.ticket}
        <input name="ticket" class="jenkins-input" maxLength={200} defaultValue={filters.ticket ?? ""} />
      </label>
      <label class="itgc-field">
        {words.from}
        <input type="date" name="from" class="jenkins-input" defaultValue={filters.from ?? ""} />
      </label>
      <label class="itgc-field">
        {words.to}
        <input type="date" name="to" class="jenkins-input" defaultValue={filters.to ?? ""} />
      </label>
      <div class="itgc-actions">
        <button type="submit" class="jenkins-button jenkins-button--primary">
          {words.search}
        </button>
        <a class="jenkins-button" href={formatRoute("history")}>
          {words.clear}
        </a>
      </div>
    </form>
  );
}

function Deploys({ first, filters }: { first: Answer; filters: Record<string, string> }): JSX.Element {
  const page = usePage();
  const words = useWords();
  const [older, setOlder] = useState<Answer[]>([]);
  const key = JSON.stringify(filters);
  useEffect(() => {
    setOlder([]);
  }, [key]);
  const last = older.at(-1) ?? first;
  const more = async (): Promise<void> => {
    const answer = await get<Answer>(apiUrl(page, "deploys", { ...filters, before: String(last.next ?? "") }));
    setOlder((pages) => [...pages, answer.value]);
  };
  const seen = new Set<number>();
  const deploys = [first, ...older]
    .flatMap((answer) => answer.deploys)
    .filter((deploy) => !seen.has(deploy.id) && seen.add(deploy.id));
  if (deploys.length === 0) {
    return <Empty>{Object.values(filters).some((value) => value !== "") ? words.noDeploys : words.noDeploysYet}</Empty>;
  }
  return (
    <>
      {!first.complete && <p class="itgc-note">{words.catchingUp}</p>}
      <div class="itgc-scroll" role="region" aria-label={words.history} tabIndex={0}>
        <table class="itgc-table itgc-table--stack">
          <thead>
            <tr>
              <th scope="col">{words.when}</th>
              <th scope="col">{words.service}</th>
              <th scope="col">{words.what}</th>
              <th scope="col">{words.ticket}</th>
              <th scope="col">{words.who}</th>
              <th scope="col">{words.result}</th>
              <th scope="col">{words.commit}</th>
            </tr>
          </thead>
          <tbody>
            {deploys.map((deploy) => (
              <Row key={deploy.id} deploy={deploy} />
            ))}
          </tbody>
        </table>
      </div>
      {last.next !== null && (
        <button type="button" class="jenkins-button" onClick={() => void more()}>
          {words.more}
        </button>
      )}
    </>
  );
}

function people(deploy: Deploy): string[] {
  const all = [deploy.startedBy, ...deploy.pullRequests.map((pullRequest) => pullRequest.author)];
  return [...new Set(all.filter((name) => name !== null))];
}

function Row({ deploy }: { deploy: Deploy }): JSX.Element {
  const { language } = usePage();
  return (
    <tr>
      <td>
        <Time at={deploy.finishedAt ?? deploy.requestedAt} />
      </td>
      <td>
        {deploy.service} → {deploy.environment}
      </td>
      <td class="itgc-grow">
        <DeployLink deploy={deploy} />
      </td>
      <td>
        {deploy.tickets.map((ticket) => (
          <span key={ticket.key} class="itgc-ticket">
            <Outside to={ticket.url}>{ticket.key}</Outside>{" "}
          </span>
        ))}
      </td>
      <td>{list(people(deploy), language)}</td>
      <td>
        <DeployBadges deploy={deploy} />
      </td>
      <td>
        <Outside to={deploy.compareUrl}>
          <Commit id={deploy.commit} />
        </Outside>
      </td>
    </tr>
  );
}
