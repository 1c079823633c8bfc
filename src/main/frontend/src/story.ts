import type { Approval } from "./types";

/** Whose last word is that they approve. */
export function approvers(approvals: Approval[]): string[] {
  const last = new Map<string, string>();
  for (const act of approvals.flatMap((approval) => approval.acts)) {
    if (act.person !== null) {
      last.set(act.person, act.what);
    }
  }
  return [...last].filter(([, what]) => what === "given").map(([person]) => person);
}
