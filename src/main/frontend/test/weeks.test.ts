import { describe, expect, it } from "vitest";
import { grid, monthOf, shifted, touches } from "../src/month";
import { queued } from "../src/queue";
import type { Deploy } from "../src/types";
import { weeks } from "../src/weeks";

const day = (date: string, succeeded: number, lead: number | null) => ({ date, succeeded, failed: 1, rollbacks: 0, lead });

describe("weeks", () => {
  it("begin on Monday and have no gaps", () => {
    const all = weeks([day("2026-10-04", 2, 10), day("2026-09-30", 1, 30), day("2026-10-19", 4, null)]);
    expect(all.map((week) => week.monday)).toEqual(["2026-09-28", "2026-10-05", "2026-10-12", "2026-10-19"]);
    expect(all[0]).toEqual({ monday: "2026-09-28", succeeded: 3, failed: 2, rollbacks: 0, lead: 10 });
    expect(all[1]?.succeeded).toBe(0);
    expect(all[3]?.lead).toBeNull();
  });

  it("are none without days", () => {
    expect(weeks([])).toEqual([]);
  });
});

describe("a month", () => {
  it("is filled up to whole weeks", () => {
    const weeksOf = grid("2026-10");
    expect(weeksOf[0]?.[0]).toEqual({ date: "2026-09-28", inMonth: false });
    expect(weeksOf.at(-1)?.at(-1)).toEqual({ date: "2026-11-01", inMonth: false });
    expect(weeksOf.every((week) => week.length === 7)).toBe(true);
    expect(grid("2027-02")).toHaveLength(4);
  });

  it("follows the one before, over the year's end", () => {
    expect(shifted("2026-12", 1)).toBe("2027-01");
    expect(shifted("2026-01", -1)).toBe("2025-12");
    expect(monthOf("2026-13", new Date("2026-10-05T00:00:00Z"))).toBe("2026-10");
  });

  it("has spans on each day that they touch, and not on the day they end at midnight", () => {
    const [start, end] = ["2026-10-01T18:00:00Z", "2026-10-03T00:00:00Z"];
    expect(["2026-09-30", "2026-10-01", "2026-10-02", "2026-10-03"].map((date) => touches(date, start, end))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

it("counts the queue of each service and environment", () => {
  const deploy = (id: number, service: string, result: string) =>
    ({ id, service, environment: "production", result }) as unknown as Deploy;
  const line = queued([
    deploy(4, "orders", "requested"),
    deploy(1, "orders", "started"),
    deploy(3, "billing", "requested"),
    deploy(2, "orders", "requested"),
  ]);
  expect(line.map(({ deploy: { id }, position }) => [id, position])).toEqual([
    [1, 0],
    [2, 1],
    [3, 1],
    [4, 2],
  ]);
});
