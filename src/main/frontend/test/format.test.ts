import { describe, expect, it } from "vitest";
import { ago, dateTime, duration, list, near, percent, withTimes } from "../src/format";

describe("durations", () => {
  it("are told in the two largest units", () => {
    expect(duration(0, "en")).toBe("0 sec");
    expect(duration(59_400, "en")).toBe("59 sec");
    expect(duration(61_000, "en")).toBe("1 min 1 sec");
    expect(duration(3_600_000, "en")).toBe("1 hr");
    expect(duration(90_000_000, "en")).toBe("1 day 1 hr");
    expect(duration(2 * 86_400_000 + 59_000, "en")).toBe("2 days");
  });

  it("are never less than nothing", () => {
    expect(duration(-5_000, "en")).toBe("0 sec");
  });

  it("are told in Japanese too", () => {
    expect(duration(90_000_000, "ja")).toBe("1 日 1 時間");
  });
});

describe("points of time", () => {
  const now = new Date("2026-10-01T12:00:00Z");
  const today = "2026-10-01T12:05:31.123456789Z";

  it("are told to the minute", () => {
    expect(dateTime(today, "en")).toMatch(/^(Sep 30|Oct [12]), 2026, \d{2}:\d[05]$/);
  });

  it("leave the date out on the same day", () => {
    expect(near(today, new Date(today), "en")).toMatch(/^\d{2}:\d{2}$/);
    expect(near("2026-10-05T12:05:31Z", now, "en")).toBe(dateTime("2026-10-05T12:05:31Z", "en"));
  });

  it("are told in the reader's zone within a sentence, which stays otherwise as it is", () => {
    const said = withTimes("Held until 2026-10-05T12:05:31.5Z (v1.2, 2026-10-05T12:05:31Zebra).", now, "en");
    expect(said).toBe(`Held until ${dateTime("2026-10-05T12:05:31Z", "en")} (v1.2, 2026-10-05T12:05:31Zebra).`);
    expect(withTimes("until 2026-10-05T14:05+02:00[Europe/Amsterdam].", now, "en")).toBe(
      `until ${dateTime("2026-10-05T12:05:00Z", "en")}.`,
    );
    expect(withTimes("on 2026-13-45T99:99Z", now, "en")).toBe("on 2026-13-45T99:99Z");
  });
});

it("tells how long ago something was", () => {
  const now = Date.parse("2026-10-01T12:00:00Z");
  expect(ago("2026-10-01T11:59:40Z", now, "en")).toBe("this minute");
  expect(ago("2026-10-01T10:30:00Z", now, "en")).toBe("1 hour ago");
  expect(ago("2026-10-03T12:00:00Z", now, "en")).toBe("in 2 days");
});

it("gives no rate of nothing", () => {
  expect(percent(0, 0, "en")).toBe("–");
  expect(percent(1, 8, "en")).toBe("12.5%");
});

it("lists names as the language does", () => {
  expect(list(["carol", "dave"], "en")).toBe("carol and dave");
  expect(list(["carol", "dave"], "ja")).toBe("carol、dave");
});
