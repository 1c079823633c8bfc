import { describe, expect, it } from "vitest";
import { formatRoute, parseRoute } from "../src/route";

describe("addresses inside the dashboard", () => {
  it("lead to their page and back", () => {
    const hash = formatRoute("history", { text: "refund & 返金", service: "", person: "mia" });
    expect(hash).not.toContain("service");
    expect(parseRoute(hash)).toEqual({ page: "history", id: null, query: { text: "refund & 返金", person: "mia" } });
    expect(parseRoute(formatRoute("deploy", {}, 12))).toEqual({ page: "deploy", id: 12, query: {} });
  });

  it("lead to a page that exists when they are none", () => {
    for (const hash of ["", "#", "#/", "#/nowhere", "#now?x", "#/__proto__"]) {
      expect(parseRoute(hash).page).toBe("now");
    }
    for (const hash of ["#/deploy", "#/deploy/", "#/deploy/1e3", "#/deploy/-1", "#/deploy/1234567890123456"]) {
      expect(parseRoute(hash)).toEqual({ page: "history", id: null, query: {} });
    }
  });
});
