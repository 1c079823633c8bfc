/** A day of a month's grid, by UTC. */
export interface GridDay {
  date: string;
  inMonth: boolean;
}

/** A month such as 2026-05; the present one when the text is none. */
export function monthOf(text: string | undefined, now: Date): string {
  return text !== undefined && /^[0-9]{4}-(0[1-9]|1[0-2])$/.test(text) ? text : now.toISOString().slice(0, 7);
}

export function shifted(month: string, by: number): string {
  const at = new Date(`${month}-01T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() + by);
  return at.toISOString().slice(0, 7);
}

/** The weeks of a month from Monday to Sunday, filled up with days of the months around it. */
export function grid(month: string): GridDay[][] {
  const at = new Date(`${month}-01T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7));
  const weeks: GridDay[][] = [];
  do {
    const week: GridDay[] = [];
    for (let i = 0; i < 7; i++) {
      const date = at.toISOString().slice(0, 10);
      week.push({ date, inMonth: date.startsWith(month) });
      at.setUTCDate(at.getUTCDate() + 1);
    }
    weeks.push(week);
  } while (at.toISOString().startsWith(month));
  return weeks;
}

/** Whether something from start until just before end touches a day. */
export function touches(date: string, start: string, end: string): boolean {
  const from = Date.parse(`${date}T00:00:00Z`);
  return Date.parse(start) < from + 86_400_000 && Date.parse(end) > from;
}
