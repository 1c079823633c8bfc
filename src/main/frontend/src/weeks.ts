import type { Day } from "./types";

/** A week by UTC, beginning with its Monday. */
export interface Week {
  monday: string;
  succeeded: number;
  failed: number;
  rollbacks: number;
  /** Median of the days' medians in milliseconds; null without any. */
  lead: number | null;
}

function mondayOf(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
}

function median(values: number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length / 2) - 1] ?? null;
}

/** Every week from the first to the last that has a day; weeks without any are empty. */
export function weeks(days: Day[]): Week[] {
  const byMonday = new Map<string, Day[]>();
  for (const day of days) {
    const monday = mondayOf(day.date);
    byMonday.set(monday, [...(byMonday.get(monday) ?? []), day]);
  }
  const mondays = [...byMonday.keys()].sort();
  const [first, last] = [mondays[0], mondays.at(-1)];
  if (first === undefined || last === undefined) {
    return [];
  }
  const all: Week[] = [];
  for (const at = new Date(`${first}T00:00:00Z`); at.toISOString().slice(0, 10) <= last; at.setUTCDate(at.getUTCDate() + 7)) {
    const monday = at.toISOString().slice(0, 10);
    const within = byMonday.get(monday) ?? [];
    const sum = (count: (day: Day) => number): number => within.reduce((total, day) => total + count(day), 0);
    all.push({
      monday,
      succeeded: sum((day) => day.succeeded),
      failed: sum((day) => day.failed),
      rollbacks: sum((day) => day.rollbacks),
      lead: median(within.map((day) => day.lead).filter((lead) => lead !== null)),
    });
  }
  return all;
}
