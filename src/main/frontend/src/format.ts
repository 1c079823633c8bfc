const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A duration in the two largest units that it has, in words of the language. */
export function duration(millis: number, language: string): string {
  const units: [number, string][] = [
    [DAY, "day"],
    [HOUR, "hour"],
    [MINUTE, "minute"],
    [1000, "second"],
  ];
  const whole = Math.max(0, Math.round(millis / 1000) * 1000);
  const first = units.findIndex(([size]) => whole >= size);
  if (first < 0) {
    return unit(0, "second", language);
  }
  const [size, name] = units[first] ?? [1000, "second"];
  const rest = units[first + 1];
  const parts = [unit(Math.floor(whole / size), name, language)];
  if (rest !== undefined && Math.floor((whole % size) / rest[0]) > 0) {
    parts.push(unit(Math.floor((whole % size) / rest[0]), rest[1], language));
  }
  return parts.join(" ");
}

function unit(value: number, name: string, language: string): string {
  return new Intl.NumberFormat(language, { style: "unit", unit: name, unitDisplay: "short" }).format(value);
}

/** A point of time to the minute, in the reader's zone. */
export function dateTime(iso: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short", hourCycle: "h23" }).format(
    new Date(iso),
  );
}

/** A point of time as people say it: only the hour and minute when it is on the same day. */
export function near(iso: string, now: Date, language: string): string {
  const at = new Date(iso);
  return at.toDateString() === now.toDateString()
    ? new Intl.DateTimeFormat(language, { timeStyle: "short", hourCycle: "h23" }).format(at)
    : dateTime(iso, language);
}

const INSTANT = /\b\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})(?:\[[\w/+-]+\])?(?![\w:])/g;

/** A sentence from the ledger with its points of time in the reader's zone instead of ISO 8601. */
export function withTimes(sentence: string, now: Date, language: string): string {
  return sentence.replace(INSTANT, (iso) => {
    const plain = iso.replace(/\[.*/, "");
    return Number.isNaN(Date.parse(plain)) ? iso : near(plain, now, language);
  });
}

export function dateOnly(iso: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(iso));
}

export function percent(part: number, whole: number, language: string): string {
  return whole === 0
    ? "–"
    : new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 }).format(part / whole);
}

export function number(value: number, language: string): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
}

/** The beginning of a commit's name, as people write it. */
export function short(commit: string): string {
  return commit.slice(0, 8);
}

/** How long ago something was, in one unit. */
export function ago(iso: string, now: number, language: string): string {
  const millis = new Date(iso).getTime() - now;
  const format = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  for (const [size, name] of [
    [DAY, "day"],
    [HOUR, "hour"],
    [MINUTE, "minute"],
  ] as const) {
    if (Math.abs(millis) >= size) {
      return format.format(Math.trunc(millis / size), name);
    }
  }
  return format.format(0, "minute");
}

/** Names in a row, as the language writes them. */
export function list(names: string[], language: string): string {
  return new Intl.ListFormat(language, { type: "conjunction" }).format(names);
}
