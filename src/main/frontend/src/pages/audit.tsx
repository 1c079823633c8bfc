import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { apiUrl, post, Problem } from "../api";
import { usePage, useWords } from "../context";
import { duration, number } from "../format";
import { useLive } from "../live";
import { Loaded, Section, Time } from "../parts/basics";
import { Exceptions } from "../parts/exceptions";
import type { Audit } from "../types";

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
          {verification.fault}
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
            <li key={remark}>{remark}</li>
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
