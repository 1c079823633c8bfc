import type { ComponentChildren, JSX } from "preact";
import { useContext } from "preact/hooks";
import { PageContext, usePage, useWords } from "../context";
import { ago, dateTime, near, short, withTimes } from "../format";
import { safeLink } from "../links";
import type { Live } from "../live";
import { formatRoute } from "../route";
import type { Deploy, Finding } from "../types";
import { wordFor } from "../words";

/** A point of time in the reader's zone; brief leaves the date out when it is today. */
export function Time({
  at,
  relative = false,
  brief = false,
}: {
  at: string;
  relative?: boolean;
  brief?: boolean;
}): JSX.Element {
  const { language } = usePage();
  const exact = dateTime(at, language);
  return (
    <time dateTime={at} title={exact}>
      {relative ? ago(at, Date.now(), language) : brief ? near(at, new Date(), language) : exact}
    </time>
  );
}

/** A sentence of the controller, with its times as the reader's clock shows them. */
export function Sentence({ text }: { text: string }): JSX.Element {
  const { language } = usePage();
  return <>{withTimes(text, new Date(), language)}</>;
}

/** A link to an address from outside, or only its text when a browser must not be sent there. */
export function Outside({ to, children }: { to: string | null; children: ComponentChildren }): JSX.Element {
  const href = safeLink(to);
  return href === undefined ? (
    <>{children}</>
  ) : (
    <a href={href} rel="noopener noreferrer" target="_blank">
      {children}
    </a>
  );
}

/** A build: a link as long as it is there. */
export function BuildLink({ build, path }: { build: string; path: string | null }): JSX.Element {
  const { root } = usePage();
  return path === null ? <span>{build}</span> : <a href={`${root}/${path}`}>{build}</a>;
}

export function Commit({ id }: { id: string }): JSX.Element {
  return (
    <code class="itgc-commit" title={id}>
      {short(id)}
    </code>
  );
}

const TONES: Record<string, string> = {
  succeeded: "good",
  failed: "bad",
  aborted: "quiet",
  unknown: "warn",
  requested: "info",
  started: "info",
  pass: "good",
  refuse: "bad",
  wait: "info",
  PASS: "good",
  SKIPPED: "quiet",
  REFUSE: "bad",
  UNKNOWN: "warn",
  WAIT: "info",
  WINDOW: "good",
  FREEZE: "bad",
  PLANNED: "info",
  AS_RECORDED: "good",
  DRIFTED: "bad",
  UNSETTLED: "info",
  NOT_KNOWN: "warn",
  OPEN: "good",
  CLOSED: "bad",
};

/** A state in a word, with a colour that says the same. */
export function Badge({
  kind,
  value,
}: {
  kind: "result" | "decision" | "outcome" | "span" | "runs";
  value: string;
}): JSX.Element {
  const words = useWords();
  return <span class={`itgc-badge itgc-badge--${TONES[value] ?? "quiet"}`}>{wordFor(words, kind, value)}</span>;
}

export function DeployBadges({ deploy }: { deploy: Deploy }): JSX.Element {
  const words = useWords();
  return (
    <>
      <Badge kind="result" value={deploy.result} />
      {deploy.rollback && <span class="itgc-badge itgc-badge--warn">{words.rollback}</span>}
      {deploy.undoneBy !== null && <span class="itgc-badge itgc-badge--bad">{words.rolledBack}</span>}
    </>
  );
}

/** What a deploy brings, in a line. */
export function titleOf(deploy: Deploy): string {
  const first = deploy.pullRequests[0];
  if (first === undefined) {
    return deploy.reason ?? short(deploy.commit);
  }
  const rest = deploy.pullRequests.length - 1;
  return `${first.title ?? `#${first.number}`}${rest > 0 ? ` (+${rest})` : ""}`;
}

export function DeployLink({ deploy, children }: { deploy: Deploy; children?: ComponentChildren }): JSX.Element {
  return <a href={formatRoute("deploy", {}, deploy.id)}>{children ?? titleOf(deploy)}</a>;
}

export function Section({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ComponentChildren;
  children: ComponentChildren;
}): JSX.Element {
  const id = `itgc-${title.replace(/[^\p{L}\p{N}]+/gu, "-")}`;
  return (
    <section class="itgc-card" aria-labelledby={id}>
      <div class="itgc-card__head">
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

export function Empty({ children }: { children: ComponentChildren }): JSX.Element {
  return <p class="itgc-empty">{children}</p>;
}

export function Findings({ findings }: { findings: Finding[] }): JSX.Element | null {
  if (findings.length === 0) {
    return null;
  }
  return (
    <ul class="itgc-findings">
      {findings.map((finding) => (
        <li key={finding.code + finding.subject}>
          <span>
            <Sentence text={finding.what} />
          </span> <Outside to={finding.link}>{finding.subject}</Outside>
          <span class="itgc-next">
            <Sentence text={finding.next} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Draws what was loaded; until then, or when it cannot be loaded, says so. */
export function Loaded<T>({ live, children }: { live: Live<T>; children: (value: T) => ComponentChildren }): JSX.Element {
  const page = useContext(PageContext);
  const words = useWords();
  const { value, problem, refresh } = live;
  if (value === null) {
    if (problem === null) {
      return (
        <div class="itgc-loading" role="status">
          {words.loading}
        </div>
      );
    }
    const away = page?.shared === "" && (problem.status === 401 || problem.status === 403);
    const sentence = problem.message === "" ? words.failed : problem.message;
    return (
      <div class="itgc-problem" role="alert">
        <p>{away ? words.signedOut : sentence}</p>
        <button type="button" class="jenkins-button" onClick={refresh}>
          {words.again}
        </button>
      </div>
    );
  }
  return (
    <>
      {problem !== null && (
        <p class="itgc-problem" role="alert">
          {words.stale}
        </p>
      )}
      {children(value)}
    </>
  );
}
