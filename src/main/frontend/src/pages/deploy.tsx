import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { apiUrl, post } from "../api";
import { usePage, useWords } from "../context";
import { ago, dateTime } from "../format";
import { type Live, useLive } from "../live";
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
import { Dialog, field } from "../parts/dialog";
import { Exceptions } from "../parts/exceptions";
import { Story } from "../parts/story";
import { formatRoute } from "../route";
import type { Approval, DeployDetail, GateRuling, Notice, Rule, Share, ShareLink } from "../types";
import { wordFor } from "../words";

const EVERY = 10_000;

export function DeployPage({ id }: { id: number }): JSX.Element {
  const page = usePage();
  const live = useLive<DeployDetail>(apiUrl(page, "deploy", { id: String(id) }), EVERY);
  return <Loaded live={live}>{(detail) => <Detail detail={detail} live={live} />}</Loaded>;
}

function Detail({ detail, live }: { detail: DeployDetail; live: Live<DeployDetail> }): JSX.Element {
  const words = useWords();
  const { deploy } = detail;
  return (
    <>
      <Section
        title={`${deploy.service} → ${deploy.environment}`}
        aside={
          <span class="itgc-row">
            <DeployBadges deploy={deploy} />
          </span>
        }
      >
        <Story
          told={{
            ...deploy,
            changes: deploy.pullRequests.map((pullRequest) => ({ ...pullRequest })),
            approvers: detail.approvers,
          }}
        />
        <Facts detail={detail} />
      </Section>
      {detail.exceptions.length > 0 && (
        <Section title={words.exceptionsTitle}>
          <Exceptions exceptions={detail.exceptions} />
        </Section>
      )}
      <Section title={words.evidenceTitle}>
        {detail.gates.length === 0 && <Empty>{words.noEvidence}</Empty>}
        {detail.gates.map((gate) => (
          <Gate key={gate.gate} gate={gate} />
        ))}
      </Section>
      {detail.approvals.length > 0 && (
        <Section title={words.approvalTrail}>
          {detail.approvals.map((approval) => (
            <Trail key={approval.id} approval={approval} />
          ))}
        </Section>
      )}
      {detail.notices.length > 0 && (
        <Section title={words.told}>
          <Notifications notices={detail.notices} />
        </Section>
      )}
      {detail.mayShare && <Shares deploy={deploy.id} shares={detail.shares} refresh={live.refresh} />}
    </>
  );
}

function Facts({ detail }: { detail: DeployDetail }): JSX.Element {
  const words = useWords();
  const { deploy, before } = detail;
  return (
    <dl class="itgc-facts">
      <dt>{words.build}</dt>
      <dd>
        <BuildLink build={deploy.build} path={deploy.buildPath} />
      </dd>
      <dt>{words.commit}</dt>
      <dd>
        <Commit id={deploy.commit} /> {deploy.repository}
      </dd>
      {deploy.compareUrl !== null && (
        <>
          <dt>{words.diff}</dt>
          <dd>
            <Outside to={deploy.compareUrl}>
              {deploy.previous?.slice(0, 8)}…{deploy.commit.slice(0, 8)}
            </Outside>
          </dd>
        </>
      )}
      {before !== null && (
        <>
          <dt>{words.before}</dt>
          <dd>
            <DeployLink deploy={before} /> <Time at={before.finishedAt ?? before.requestedAt} />
          </dd>
        </>
      )}
      {deploy.undoneBy !== null && (
        <>
          <dt>{words.undoneBy}</dt>
          <dd>
            <a href={formatRoute("deploy", {}, deploy.undoneBy)}>{deploy.undoneBy}</a>
          </dd>
        </>
      )}
      {deploy.reason !== null && (
        <>
          <dt>{words.reason}</dt>
          <dd>
            <Sentence text={deploy.reason} />
          </dd>
        </>
      )}
      <dt>{words.permanent}</dt>
      <dd>
        <a href={formatRoute("deploy", {}, deploy.id)}>{deploy.id}</a>
      </dd>
    </dl>
  );
}

function Gate({ gate }: { gate: GateRuling }): JSX.Element {
  const words = useWords();
  return (
    <article class="itgc-gate">
      <h3>
        {gate.gate} <Badge kind="decision" value={gate.decision} />
      </h3>
      {gate.reason !== null && (
        <p>
          <Sentence text={gate.reason} />
        </p>
      )}
      {gate.explanation !== null && (
        <ul class="itgc-tree">
          <RuleTree rule={gate.explanation} open />
        </ul>
      )}
      <p class="itgc-quiet">
        <Time at={gate.at} /> · {words.entry}{" "}
        <code class="itgc-commit" title={gate.evidence}>
          {gate.evidence.slice(0, gate.evidence.indexOf(":") + 9)}
        </code>
      </p>
    </article>
  );
}

/** Rules that hold fold away what they are made of; those that do not stand open. */
function RuleTree({ rule, open = false }: { rule: Rule; open?: boolean }): JSX.Element {
  const head = (
    <>
      <Badge kind="outcome" value={rule.outcome} /> <strong>{rule.rule}</strong>{" "}
      <Sentence text={rule.summary} />
    </>
  );
  const inside = (
    <>
      <Findings findings={rule.findings} />
      {rule.children.length > 0 && (
        <ul>
          {rule.children.map((child) => (
            <RuleTree key={child.rule} rule={child} open={child.outcome !== "PASS" && child.outcome !== "SKIPPED"} />
          ))}
        </ul>
      )}
    </>
  );
  return (
    <li>
      {rule.children.length === 0 ? (
        <>
          {head}
          {inside}
        </>
      ) : (
        <details open={open}>
          <summary>{head}</summary>
          {inside}
        </details>
      )}
    </li>
  );
}

function Trail({ approval }: { approval: Approval }): JSX.Element {
  const words = useWords();
  return (
    <ol class="itgc-list">
      {approval.acts.map((act) => (
        <li key={act.sequence}>
          <div class="itgc-row">
            <strong>
              {act.person} {wordFor(words, "act", act.what)}
            </strong>
            {act.channel !== null && (
              <span class="itgc-quiet">
                {words.over} {act.channel}
              </span>
            )}
            <span class="itgc-quiet">
              <Time at={act.at} />
            </span>
          </div>
          {act.reason !== null && act.reason !== "" && <p>{act.reason}</p>}
        </li>
      ))}
    </ol>
  );
}

function Notifications({ notices }: { notices: Notice[] }): JSX.Element {
  return (
    <ul class="itgc-list">
      {notices.map((notice) => (
        <li key={notice.announcer + notice.at + (notice.what ?? "")}>
          <div class="itgc-row">
            <strong>{notice.announcer}</strong>
            <Outside to={notice.link}>{notice.what === null ? null : <Sentence text={notice.what} />}</Outside>
            <span class="itgc-quiet">
              <Time at={notice.at} />
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Shares({
  deploy,
  shares,
  refresh,
}: {
  deploy: number;
  shares: Share[];
  refresh: () => void;
}): JSX.Element {
  const page = usePage();
  const words = useWords();
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState("");
  const make = async (form: FormData): Promise<void> => {
    const answer = await post<ShareLink>(page, "acts/share", {
      deploy: String(deploy),
      days: field(form, "days"),
    });
    setMade(new URL(`${page.root}/${answer.path}`, location.href).href);
    setMaking(false);
    refresh();
  };
  const revoke = async (id: string): Promise<void> => {
    await post(page, "acts/revoke", { share: id });
    refresh();
  };
  return (
    <Section
      title={words.share}
      aside={
        <button
          type="button"
          class="jenkins-button"
          onClick={() => {
            setMaking(true);
          }}
        >
          {words.shareMake}
        </button>
      }
    >
      <p class="itgc-quiet">{words.shareAbout}</p>
      {made !== "" && (
        <label class="itgc-field">
          {words.shareNew}
          <input
            class="jenkins-input"
            readOnly
            value={made}
            onFocus={(event) => {
              event.currentTarget.select();
            }}
          />
        </label>
      )}
      <ul class="itgc-list">
        {shares.map((share) => (
          <ShareLine key={share.id} share={share} onRevoke={revoke} />
        ))}
      </ul>
      {making && (
        <Dialog
          title={words.shareMake}
          confirm={words.shareMake}
          onConfirm={make}
          onClose={() => {
            setMaking(false);
          }}
        >
          <label class="itgc-field">
            {words.shareDays}
            <input name="days" type="number" min={1} max={90} defaultValue="14" class="jenkins-input" required />
          </label>
        </Dialog>
      )}
    </Section>
  );
}

function ShareLine({ share, onRevoke }: { share: Share; onRevoke: (id: string) => Promise<void> }): JSX.Element {
  const page = usePage();
  const words = useWords();
  const over = new Date(share.expiresAt).getTime() <= Date.now();
  const lasting = ago(share.expiresAt, Date.now(), page.language);
  return (
    <li>
      <div class="itgc-row">
        <code class="itgc-commit">{share.id.slice(0, 8)}</code>
        <span class="itgc-quiet">
          {words.shareMadeBy} {share.createdBy}, {dateTime(share.createdAt, page.language)}
        </span>
        {share.revokedAt !== null ? (
          <span class="itgc-badge itgc-badge--quiet">{words.shareRevoked}</span>
        ) : over ? (
          <span class="itgc-badge itgc-badge--quiet">{words.shareExpired}</span>
        ) : (
          <>
            <span class="itgc-quiet">
              {words.expires} {lasting}
            </span>
            <button type="button" class="jenkins-button" onClick={() => void onRevoke(share.id)}>
              {words.shareRevoke}
            </button>
          </>
        )}
      </div>
    </li>
  );
}
