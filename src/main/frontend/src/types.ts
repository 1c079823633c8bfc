/** What the JSON interface answers. Times are ISO 8601 in UTC; null means not known or not yet. */

export interface PullRequest {
  number: number;
  title: string | null;
  url: string | null;
  author: string | null;
  mergedBy: string | null;
}

export interface Ticket {
  key: string | null;
  url: string | null;
  title: string | null;
}

export type Result = "requested" | "started" | "succeeded" | "failed" | "aborted" | "unknown";

export interface Deploy {
  id: number;
  service: string;
  environment: string;
  repository: string;
  commit: string;
  previous: string | null;
  compareUrl: string | null;
  rollback: boolean;
  build: string;
  buildPath: string | null;
  startedBy: string | null;
  requestedAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  result: Result;
  reason: string | null;
  failed: boolean;
  undoneBy: number | null;
  leadMillis: number | null;
  leadFrom: "merged" | "judged" | null;
  pullRequests: PullRequest[];
  tickets: Ticket[];
}

export interface Finding {
  code: string;
  what: string;
  subject: string;
  link: string | null;
  next: string;
}

export interface Rule {
  rule: string;
  outcome: string;
  summary: string;
  findings: Finding[];
  children: Rule[];
}

export interface Waiting {
  build: string;
  buildPath: string | null;
  gate: string;
  environment: string | null;
  repository: string;
  commit: string;
  since: string;
  decision: string;
  reason: string | null;
  findings: Finding[];
}

export interface Act {
  what: string;
  at: string;
  person: string | null;
  channel: string | null;
  reason: string | null;
  sequence: number;
}

/** What a request for approval is about, as far as it says. */
export interface Carried {
  pullRequests?: { number: number; title: string; link: string | null; author: string }[];
  tickets?: { key: string; link: string | null; status: string }[];
  strays?: string[];
  migration?: boolean;
}

export interface Asked {
  id: string;
  service: string | null;
  environment: string | null;
  repository: string;
  commit: string;
  build: string;
  buildPath: string | null;
  at: string;
  until: string | null;
  asked: { carried?: Carried };
  acts: Act[];
  mayAnswer: boolean;
}

export interface Hold {
  environment: string;
  service: string | null;
  owner: string | null;
  reason: string | null;
  placedAt: string;
  until: string | null;
}

export interface Exceptional {
  sequence: number;
  at: string;
  kind: string;
  environment: string | null;
  service: string | null;
  repository: string | null;
  commit: string | null;
  person: string | null;
  what: string | null;
  link: string | null;
}

export interface Span {
  kind: "WINDOW" | "FREEZE" | "PLANNED";
  environment: string;
  service: string | null;
  start: string;
  end: string;
  title: string;
  link: string | null;
}

/** How long a deploy in the queue will wait by experience. */
export interface Expected {
  deploy: number;
  millis: number;
}

/** What really runs somewhere. */
export interface Running {
  service: string;
  environment: string;
  verdict: "AS_RECORDED" | "DRIFTED" | "UNSETTLED" | "NOTHING_RECORDED" | "NOT_KNOWN";
  running: string | null;
  what: string;
  at: string;
}

export interface Now {
  sequence: number;
  complete: boolean;
  waiting: Waiting[];
  approvals: Asked[];
  deploys: Deploy[];
  expected: Expected[];
  holds: Hold[];
  current: Deploy[];
  running: Running[];
  calendar: Span[];
  calendarProblem: string | null;
  exceptions: Exceptional[];
}

export interface Place {
  service: string;
  environment: string;
}

export interface Options {
  places: Place[];
}

export interface HistoryPage {
  deploys: Deploy[];
  next: number | null;
  complete: boolean;
}

export interface GateRuling {
  gate: string;
  decision: string;
  at: string;
  reason: string | null;
  evidence: string;
  explanation: Rule | null;
}

export interface Approval {
  id: string;
  at: string;
  state: string;
  until: string | null;
  acts: Act[];
}

export interface Share {
  id: string;
  deploy: number;
  createdAt: string;
  createdBy: string;
  expiresAt: string;
  revokedAt: string | null;
}

export interface Notice {
  announcer: string;
  at: string;
  what: string | null;
  link: string | null;
}

export interface DeployDetail {
  deploy: Deploy;
  before: Deploy | null;
  gates: GateRuling[];
  approvals: Approval[];
  exceptions: Exceptional[];
  notices: Notice[];
  shares: Share[];
  mayShare: boolean;
}

/** Milliseconds. */
export interface Spread {
  count: number;
  median: number;
  p90: number;
  average: number;
}

export interface Day {
  date: string;
  succeeded: number;
  failed: number;
  rollbacks: number;
  lead: number | null;
}

export interface Report {
  finished: number;
  succeeded: number;
  aborted: number;
  rollbacks: number;
  failed: number;
  rework: number;
  lead: Spread;
  leadFromMerge: number;
  restore: Spread;
  waits: Record<string, Spread>;
  days: Day[];
}

export interface Metrics {
  from: string;
  to: string;
  report: Report;
}

/** A deploy in the calendar. */
export interface Mark {
  id: number;
  service: string;
  environment: string;
  result: Result;
  failed: boolean;
  at: string;
}

export interface Standing {
  environment: string;
  state: "OPEN" | "CLOSED" | "UNKNOWN";
  reason: string;
  link: string | null;
}

export interface Calendar {
  from: string;
  to: string;
  standing: Standing[];
  spans: Span[];
  problem: string | null;
  deploys: Mark[];
}

export interface Audit {
  sequence: number;
  newest: string | null;
  complete: boolean;
  verification: {
    state: "never" | "running" | "intact" | "broken" | "failed";
    at: string | null;
    millis: number;
    entries: number;
    faultAt: number | null;
    fault: string | null;
    signed: number;
    remarks: string[];
  };
  exceptions: Exceptional[];
  mayVerify: boolean;
}

/** Reviews judged again under another policy. */
export interface ReplayPage {
  report: {
    judged: number;
    withoutEvidence: number;
    differences: { entry: number; subject: string; was: string; would: string; why: string[] }[];
    unreadable: string[];
  };
  next: number | null;
}

/** What people outside are told. */
export interface Shared {
  service: string;
  environment: string;
  rollback: boolean;
  requestedAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  result: Result;
  changes: { number: number; title: string | null }[];
  tickets: Ticket[];
  approvers: string[];
}
