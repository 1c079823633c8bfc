import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { apiUrl, post } from "../api";
import { usePage, useWords } from "../context";
import { useLive } from "../live";
import {
  Badge,
  BuildLink,
  Commit,
  DeployBadges,
  DeployLink,
  Empty,
  Findings,
  Loaded,
  Outside,
  Section,
  Sentence,
  Time,
} from "../parts/basics";
import { Carried } from "../parts/carried";
import { Dialog, field } from "../parts/dialog";
import { Exceptions } from "../parts/exceptions";
import { duration } from "../format";
import { queued } from "../queue";
import { wordFor } from "../words";
import type { Deploy, Expected, Hold, Now, PendingApproval, Running, Span, Waiting } from "../types";

const EVERY = 5_000;

export function NowPage(): JSX.Element {
  const page = usePage();
  const live = useLive<Now>(apiUrl(page, "now"), EVERY);
  return <Loaded live={live}>{(now) => <Board now={now} refresh={live.refresh} />}</Loaded>;
}

function Board({ now, refresh }: { now: Now; refresh: () => void }): JSX.Element {
  const page = usePage();
  const words = useWords();
  const here = <T extends { environment: string | null; service?: string | null }>(all: T[]): T[] =>
    all.filter(
      (one) =>
        (page.environment === "" || one.environment === null || one.environment === page.environment) &&
        (page.service === "" || one.service === undefined || one.service === null || one.service === page.service),
    );
  return (
    <>
      {!now.complete && <p class="itgc-note">{words.catchingUp}</p>}
      <div class="itgc-columns">
        <div>
          <Approvals asked={here(now.approvals)} refresh={refresh} />
          <WaitingList waiting={here(now.waiting)} />
          <Queue deploys={here(now.deploys)} expected={now.expected} />
        </div>
        <div>
          <Holds holds={here(now.holds)} places={[...now.current, ...now.deploys]} refresh={refresh} />
          <Windows spans={here(now.calendar)} problem={now.calendarProblem} />
          <Section title={words.exceptionsTitle}>
            <Exceptions exceptions={here(now.exceptions)} />
          </Section>
        </div>
      </div>
      <Current deploys={here(now.current)} running={now.running} />
    </>
  );
}

function placeOf(asked: { service: string | null; repository: string; environment: string | null }): string {
  return `${asked.service ?? asked.repository} → ${asked.environment ?? "?"}`;
}

function Approvals({ asked, refresh }: { asked: PendingApproval[]; refresh: () => void }): JSX.Element {
  const words = useWords();
  const [answering, setAnswering] = useState<{ asked: PendingApproval; approve: boolean } | null>(null);
  return (
    <Section title={words.approvalsTitle}>
      {asked.length === 0 ? (
        <Empty>{words.noApprovals}</Empty>
      ) : (
        <ul class="itgc-list">
          {asked.map((one) => (
            <li key={one.id}>
              <div class="itgc-row">
                <strong>{words.askedFor(placeOf(one))}</strong>
                <Commit id={one.commit} />
                <span class="itgc-quiet">
                  <Time at={one.at} relative />
                </span>
              </div>
              <p class="itgc-quiet">
                {words.build} <BuildLink build={one.build} path={one.buildPath} />
                {one.until !== null && (
                  <>
                    {" · "}
                    {words.expires} <Time at={one.until} relative />
                  </>
                )}
              </p>
              <Carried carried={one.asked.carried} />
              {one.acts.length > 0 && (
                <p>
                  {words.answers}:{" "}
                  {one.acts
                    .filter((act) => act.person !== null)
                    .map((act) => `${act.person ?? ""} (${wordFor(words, "act", act.what)})`)
                    .join(", ")}
                </p>
              )}
              {one.mayAnswer && (
                <div class="itgc-actions">
                  <button
                    type="button"
                    class="jenkins-button jenkins-button--primary"
                    onClick={() => {
                      setAnswering({ asked: one, approve: true });
                    }}
                  >
                    {words.approve}
                  </button>
                  <button
                    type="button"
                    class="jenkins-button"
                    onClick={() => {
                      setAnswering({ asked: one, approve: false });
                    }}
                  >
                    {words.refuse}
                  </button>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {answering !== null && (
        <Answering
          asked={answering.asked}
          approve={answering.approve}
          onDone={() => {
            setAnswering(null);
            refresh();
          }}
        />
      )}
    </Section>
  );
}

function Answering({
  asked,
  approve,
  onDone,
}: {
  asked: PendingApproval;
  approve: boolean;
  onDone: () => void;
}): JSX.Element {
  const page = usePage();
  const words = useWords();
  const answer = async (form: FormData): Promise<void> => {
    const path = `approvals/${encodeURIComponent(asked.id)}/${approve ? "approve" : "refuse"}`;
    await post(page, path, { reason: field(form, "reason") });
    onDone();
  };
  const title = approve ? words.approveTitle(placeOf(asked)) : words.refuseTitle(placeOf(asked));
  return (
    <Dialog title={title} confirm={approve ? words.approve : words.refuse} onConfirm={answer} onClose={onDone}>
      <p>
        {words.commit} <Commit id={asked.commit} />
      </p>
      <Carried carried={asked.asked.carried} />
      <label class="itgc-field">
        {words.reason}
        <textarea name="reason" rows={3} maxLength={200} class="jenkins-input" required={!approve} />
      </label>
    </Dialog>
  );
}

function WaitingList({ waiting }: { waiting: Waiting[] }): JSX.Element {
  const words = useWords();
  return (
    <Section title={words.waitingTitle}>
      {waiting.length === 0 ? (
        <Empty>{words.nothingWaits}</Empty>
      ) : (
        <ul class="itgc-list">
          {waiting.map((one) => (
            <li key={one.build + one.gate}>
              <div class="itgc-row">
                <strong>
                  <BuildLink build={one.build} path={one.buildPath} /> {words.waitsFor(one.gate)}
                </strong>
                <Badge kind="decision" value={one.decision} />
                <span class="itgc-quiet">
                  <Time at={one.since} relative />
                </span>
              </div>
              {one.reason !== null && (
                <p>
                  <Sentence text={one.reason} />
                </p>
              )}
              <Findings findings={one.findings} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Queue({ deploys, expected }: { deploys: Deploy[]; expected: Expected[] }): JSX.Element {
  const page = usePage();
  const words = useWords();
  const wait = new Map(expected.map((one) => [one.deploy, one.millis]));
  return (
    <Section title={words.queueTitle}>
      {deploys.length === 0 ? (
        <Empty>{words.nothingQueued}</Empty>
      ) : (
        <ul class="itgc-list">
          {queued(deploys).map(({ deploy, position }) => (
            <li key={deploy.id}>
              <div class="itgc-row">
                <strong>
                  {deploy.service} → {deploy.environment}
                </strong>
                {position === 0 ? (
                  <Badge kind="result" value="started" />
                ) : (
                  <span class="itgc-badge itgc-badge--info">{words.position(position)}</span>
                )}
                {wait.has(deploy.id) && (
                  <span class="itgc-quiet">
                    {words.expectedWait(duration(wait.get(deploy.id) ?? 0, page.language))}
                  </span>
                )}
                <span class="itgc-quiet">
                  <Time at={deploy.startedAt ?? deploy.requestedAt} relative />
                </span>
              </div>
              <DeployLink deploy={deploy} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Holds({
  holds,
  places,
  refresh,
}: {
  holds: Hold[];
  places: Deploy[];
  refresh: () => void;
}): JSX.Element {
  const page = usePage();
  const words = useWords();
  const [placing, setPlacing] = useState(false);
  const [releasing, setReleasing] = useState<Hold | null>(null);
  const may = page.rights.has("hold");
  const done = (): void => {
    setPlacing(false);
    setReleasing(null);
    refresh();
  };
  const button = may && (
    <button
      type="button"
      class="jenkins-button"
      onClick={() => {
        setPlacing(true);
      }}
    >
      {words.hold}
    </button>
  );
  return (
    <Section title={words.holdsTitle} aside={button}>
      {holds.length === 0 ? (
        <Empty>{words.noHolds}</Empty>
      ) : (
        <ul class="itgc-list">
          {holds.map((hold) => (
            <li key={`${hold.environment}/${hold.service ?? ""}`}>
              <div class="itgc-row">
                <strong>
                  {hold.environment}: {hold.service ?? words.holdAll}
                </strong>
                <span class="itgc-quiet">
                  {words.heldBy} {hold.owner ?? "?"} <Time at={hold.placedAt} relative />
                </span>
              </div>
              <p>{hold.reason}</p>
              <p class="itgc-quiet">
                {hold.until === null ? (
                  words.forEver
                ) : (
                  <>
                    {words.until} <Time at={hold.until} brief />
                  </>
                )}
              </p>
              {may && (
                <button
                  type="button"
                  class="jenkins-button"
                  onClick={() => {
                    setReleasing(hold);
                  }}
                >
                  {words.release}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {placing && <Placing places={places} onDone={done} />}
      {releasing !== null && (
        <Dialog
          title={`${words.release}: ${releasing.environment}, ${releasing.service ?? words.holdAll}`}
          confirm={words.release}
          onClose={done}
          onConfirm={async () => {
            await post(page, "acts/release", {
              environment: releasing.environment,
              service: releasing.service ?? "",
            });
            done();
          }}
        >
          <p>{releasing.reason}</p>
        </Dialog>
      )}
    </Section>
  );
}

function Placing({ places, onDone }: { places: Deploy[]; onDone: () => void }): JSX.Element {
  const page = usePage();
  const words = useWords();
  const environments = [...new Set(places.map((place) => place.environment))].sort();
  const services = [...new Set(places.map((place) => place.service))].sort();
  const place = async (form: FormData): Promise<void> => {
    const until = field(form, "until");
    await post(page, "acts/hold", {
      environment: field(form, "environment"),
      service: field(form, "service"),
      reason: field(form, "reason"),
      until: until === "" ? "" : new Date(until).toISOString(),
    });
    onDone();
  };
  return (
    <Dialog title={words.holdTitle} confirm={words.hold} onConfirm={place} onClose={onDone}>
      <label class="itgc-field">
        {words.environment}
        <select name="environment" class="jenkins-input" required>
          {environments.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <label class="itgc-field">
        {words.service}
        <select name="service" class="jenkins-input">
          <option value="">{words.holdAll}</option>
          {services.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <label class="itgc-field">
        {words.reason}
        <input name="reason" class="jenkins-input" maxLength={200} required />
      </label>
      <label class="itgc-field">
        {words.holdUntil}
        <input name="until" type="datetime-local" class="jenkins-input" />
      </label>
    </Dialog>
  );
}

function Windows({ spans, problem }: { spans: Span[]; problem: string | null }): JSX.Element {
  const words = useWords();
  return (
    <Section title={words.windowsTitle}>
      {problem !== null && (
        <p class="itgc-problem" role="alert">
          <Sentence text={problem} />
        </p>
      )}
      {spans.length === 0 ? (
        <Empty>{words.noWindows}</Empty>
      ) : (
        <ul class="itgc-list">
          {[...spans]
            .sort((a, b) => a.start.localeCompare(b.start))
            .map((span) => (
              <li key={span.kind + span.environment + span.start + span.title}>
                <div class="itgc-row">
                  <Badge kind="span" value={span.kind} />
                  <strong>
                    <Outside to={span.link}>{span.title}</Outside>
                  </strong>
                  <span class="itgc-quiet">{span.environment}</span>
                </div>
                <p class="itgc-quiet">
                  <Time at={span.start} brief /> – <Time at={span.end} brief />
                </p>
              </li>
            ))}
        </ul>
      )}
    </Section>
  );
}

function Runs({ version }: { version: Running | undefined }): JSX.Element {
  const words = useWords();
  if (version === undefined) {
    return <span class="itgc-quiet">{words.runsNotProbed}</span>;
  }
  return (
    <>
      <Badge kind="runs" value={version.verdict} />{" "}
      <span class="itgc-quiet">
        {words.runsSeen} <Time at={version.at} relative />
      </span>
      {version.verdict !== "AS_RECORDED" && (
        <p>
          <Sentence text={version.what} />
        </p>
      )}
    </>
  );
}

function Current({ deploys, running }: { deploys: Deploy[]; running: Running[] }): JSX.Element {
  const words = useWords();
  return (
    <Section title={words.currentTitle}>
      {deploys.length === 0 ? (
        <Empty>{words.noDeploysYet}</Empty>
      ) : (
        <div class="itgc-scroll" role="region" aria-label={words.currentTitle} tabIndex={0}>
          <table class="itgc-table itgc-table--stack">
            <thead>
              <tr>
                <th scope="col">{words.service}</th>
                <th scope="col">{words.environment}</th>
                <th scope="col">{words.what}</th>
                <th scope="col">{words.commit}</th>
                <th scope="col">{words.when}</th>
                {running.length > 0 && <th scope="col">{words.runsThere}</th>}
              </tr>
            </thead>
            <tbody>
              {deploys.map((deploy) => (
                <tr key={deploy.id}>
                  <td>{deploy.service}</td>
                  <td>{deploy.environment}</td>
                  <td>
                    <DeployLink deploy={deploy} /> {deploy.rollback && <DeployBadges deploy={deploy} />}
                  </td>
                  <td>
                    <Commit id={deploy.commit} />
                  </td>
                  <td>
                    <Time at={deploy.finishedAt ?? deploy.requestedAt} relative />
                  </td>
                  {running.length > 0 && (
                    <td>
                      <Runs
                        version={running.find(
                          (one) => one.service === deploy.service && one.environment === deploy.environment,
                        )}
                      />
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}
