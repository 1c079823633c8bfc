import { render } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { PageContext } from "../src/context";
import { Story, type Told } from "../src/parts/story";
import { WORDS, wordFor } from "../src/words";

const told: Told = {
  service: "orders",
  environment: "production",
  rollback: false,
  result: "succeeded",
  requestedAt: "2026-10-01T12:00:00Z",
  startedAt: "2026-10-01T12:01:00Z",
  finishedAt: "2026-10-01T12:04:00Z",
  startedBy: "mia",
  undoneBy: null,
  changes: [{ number: 12, title: "<img src=x onerror=alert(1)>", url: "javascript:alert(1)", author: "alice" }],
  tickets: [{ key: "OPS-7", url: "https://jira.example.com/OPS-7", title: "Refunds & <b>more</b>" }],
  approvers: ["carol", "dave"],
};

function html(language: "en" | "ja", story: Told): string {
  const page = { root: "", shared: "", service: "", environment: "", rights: new Set<string>(), language };
  return render(
    <PageContext.Provider value={page}>
      <Story told={story} />
    </PageContext.Provider>,
  );
}

describe("the story", () => {
  it("tells what, when, by whom and for which ticket", () => {
    const text = html("en", told);
    expect(text).toContain("A new version of orders was deployed to production on");
    expect(text).toContain("carol and dave approved it.");
    expect(text).toContain("It took 3 min.");
    expect(text).toContain('href="https://jira.example.com/OPS-7"');
  });

  it("is told for each result in each language", () => {
    for (const result of ["requested", "started", "succeeded", "failed", "aborted", "unknown"] as const) {
      expect(html("en", { ...told, result })).toMatch(/of a new version|A new version/);
      expect(html("ja", { ...told, result })).toMatch(/新しいバージョン/);
    }
    expect(html("en", { ...told, rollback: true })).toContain("An earlier version");
  });

  it("never turns text from outside into markup or a link that runs", () => {
    const text = html("en", told);
    expect(text).not.toContain("<img");
    expect(text).not.toContain("<b>");
    expect(text).not.toContain("javascript:");
  });
});

describe("words", () => {
  it("are there in both languages, in the same places", () => {
    expect(Object.keys(WORDS.ja).sort()).toEqual(Object.keys(WORDS.en).sort());
    const same = Object.entries(WORDS.en).filter(
      ([key, word]) => typeof word === "string" && WORDS.ja[key as keyof typeof WORDS.ja] === word,
    );
    expect(same.map(([key]) => key)).toEqual(["ical"]);
  });

  it("leave values of a later version as they are", () => {
    expect(wordFor(WORDS.en, "result", "succeeded")).toBe("succeeded");
    expect(wordFor(WORDS.en, "result", "postponed")).toBe("postponed");
    expect(wordFor(WORDS.en, "act", "constructor")).toBe("constructor");
  });
});
