import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { apiUrl, get, post, Problem } from "../api";
import { usePage, useWords } from "../context";
import { duration, number } from "../format";
import { useLive } from "../live";
import { Loaded, Section, Sentence, Time } from "../parts/basics";
import { Exceptions } from "../parts/exceptions";
import type { Audit, ReplayPage } from "../types";

const EVERY = 5_000;

export function AuditPage(): JSX.Element {
  const page = usePage();
  const words = useWords();
  const live = useLive<Audit>(apiUrl(page, "audit"), EVERY);
  return (
    <Loaded live={live}>
      {(audit) => (
        <>
          <Chain audit={audit} refresh={live.refresh} />
          {audit.mayVerify && <TakeAway />}
          {audit.mayVerify && <WhatIf />}
          <Section title={words.exceptionsTitle}>
            <Exceptions exceptions={audit.exceptions} />
          </Section>
        </>
      )}
    </Loaded>
  );
}

const TONES = { never: "quiet", running: "info", intact: "good", broken: "bad", failed: "bad" } as const;

function Chain({ audit, refresh }: { audit: Audit; refresh: () => void }): JSX.Element {
  const page = usePage();
  const words = useWords();
  const [problem, setProblem] = useState("");
  const { verification } = audit;
  const verify = async (): Promise<void> => {
    try {
      await post(page, "acts/verify", {});
      setProblem("");
    } catch (error) {
      setProblem(error instanceof Problem && error.message !== "" ? error.message : words.failed);
    }
    refresh();
  };
  return (
    <Section
      title={words.ledger}
      aside={
        audit.mayVerify && (
          <button
            type="button"
            class="jenkins-button jenkins-button--primary"
            disabled={verification.state === "running"}
            onClick={() => void verify()}
          >
            {words.verify}
          </button>
        )
      }
    >
      <p class={`itgc-state itgc-state--${TONES[verification.state]}`} role="status">
        {words[`state${verification.state}`]}
      </p>
      {verification.fault !== null && (
        <p class="itgc-problem">
          {verification.faultAt !== null && `${words.faultAt(verification.faultAt)}. `}
          <Sentence text={verification.fault} />
        </p>
      )}
      {problem !== "" && (
        <p class="itgc-problem" role="alert">
          {problem}
        </p>
      )}
      <dl class="itgc-facts">
        <dt>{words.ledger}</dt>
        <dd>{words.entries(number(audit.sequence, page.language))}</dd>
        {audit.newest !== null && (
          <>
            <dt>{words.newest}</dt>
            <dd>
              <Time at={audit.newest} />
            </dd>
          </>
        )}
        {verification.at !== null && (
          <>
            <dt>{words.verifiedAt}</dt>
            <dd>
              <Time at={verification.at} /> · {words.entries(number(verification.entries, page.language))}{" "}
              {words.inTime(duration(verification.millis, page.language))}
            </dd>
            <dt>{words.vouched}</dt>
            <dd>{words.upToEntry(number(verification.signed, page.language))}</dd>
          </>
        )}
      </dl>
      {verification.remarks.length > 0 && (
        <ul class="itgc-list">
          {verification.remarks.map((remark) => (
            <li key={remark}>
              <Sentence text={remark} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** A form and not a script's request, so that the browser saves the answer as it comes, however large it is. */
function TakeAway(): JSX.Element {
  const page = usePage();
  const words = useWords();
  const { crumbHeader, crumbValue } = document.head.dataset;
  return (
    <Section title={words.takeAway}>
      <p>{words.takeAwayWhy}</p>
      <form method="post" action={apiUrl(page, "export/bundle")}>
        {crumbHeader !== undefined && crumbValue !== undefined && (
          <input type="hidden" name={crumbHeader} value={crumbValue} />
        )}
        <button type="submit" class="jenkins-button jenkins-button--primary">
          {words.bundle}
        </button>
      </form>
      <ul class="itgc-list">
        <li>
          <a href={apiUrl(page, "export/itgc-audit.jar")}>{words.auditJar}</a>
        </li>
        <li>
          <a href={apiUrl(page, "export/keys.pem")}>{words.publicKeys}</a>
        </li>
        <li>
          <a href={apiUrl(page, "export/checkpoints.jsonl")}>{words.checkpoints}</a>
        </li>
      </ul>
    </Section>
  );
}

/** How many differences are shown; the program for auditors lists all. */
const SHOWN = 50;

function WhatIf(): JSX.Element {
  const page = usePage();
  const words = useWords();
  const [approvals, setApprovals] = useState("2");
  const [running, setRunning] = useState(false);
  const [problem, setProblem] = useState("");
  const [report, setReport] = useState<ReplayPage["report"] | null>(null);
  const judge = async (): Promise<void> => {
    setRunning(true);
    setProblem("");
    try {
      setReport(await judgeAll(apiUrl(page, "export/replay"), { requiredApprovals: Number(approvals) }));
    } catch (error) {
      setReport(null);
      setProblem(error instanceof Problem && error.message !== "" ? error.message : words.failed);
    }
    setRunning(false);
  };
  return (
    <Section title={words.whatIf}>
      <p>{words.whatIfWhy}</p>
      <div class="itgc-actions">
        <label class="itgc-field">
          <span>{words.approvalsNeeded}</span>
          <input
            class="jenkins-input"
            type="number"
            min="1"
            max="9"
            value={approvals}
            onInput={(event) => {
              setApprovals(event.currentTarget.value);
            }}
          />
        </label>
        <button type="button" class="jenkins-button" disabled={running} onClick={() => void judge()}>
          {words.judgeAgain}
        </button>
      </div>
      {problem !== "" && (
        <p class="itgc-problem" role="alert">
          {problem}
        </p>
      )}
      <div role="status">
        {report !== null && (
          <p>
            {words.judgedAgain(
              number(report.judged, page.language),
              number(report.differences.length, page.language),
              number(report.withoutEvidence + report.unreadable.length, page.language),
            )}
          </p>
        )}
      </div>
      {report !== null && report.differences.length > 0 && (
        <ul class="itgc-list">
          {report.differences.slice(0, SHOWN).map((difference) => (
            <li key={difference.entry}>
              {words.wouldBe(difference.entry, difference.subject, difference.was, difference.would)}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

async function judgeSome(url: string, policy: Record<string, number>, after: number): Promise<ReplayPage> {
  const query = new URLSearchParams({ policy: JSON.stringify(policy), after: String(after) });
  return (await get<ReplayPage>(`${url}?${query.toString()}`)).value;
}

async function judgeAll(url: string, policy: Record<string, number>): Promise<ReplayPage["report"]> {
  const all: ReplayPage["report"] = { judged: 0, withoutEvidence: 0, differences: [], unreadable: [] };
  let next: number | null = 0;
  while (next !== null) {
    const value: ReplayPage = await judgeSome(url, policy, next);
    all.judged += value.report.judged;
    all.withoutEvidence += value.report.withoutEvidence;
    all.differences.push(...value.report.differences);
    all.unreadable.push(...value.report.unreadable);
    next = value.next;
  }
  return all;
}
