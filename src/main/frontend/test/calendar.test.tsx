import { render } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { PageContext } from "../src/context";
import { StatusNow } from "../src/pages/calendar";
import type { EnvironmentStatus } from "../src/types";

const CLOSED: EnvironmentStatus = {
  environment: "production",
  state: "CLOSED",
  reason: 'Closed by the freeze "<b>Stock-taking</b>" (team) until 2026-12-03T12:00:00Z.',
  link: "javascript:alert(1)",
};

function html(language: "en" | "ja", statuses: EnvironmentStatus[]): string {
  const page = { root: "", shared: "", service: "", environment: "", rights: new Set<string>(), language };
  return render(
    <PageContext.Provider value={page}>
      <StatusNow statuses={statuses} />
    </PageContext.Provider>,
  );
}

describe("how it stands now", () => {
  it("says whether it is closed and why, as text", () => {
    const text = html("en", [CLOSED]);
    expect(text).toContain("production");
    expect(text).toContain(">Closed<");
    expect(text).toContain("Closed by the freeze");
    expect(text).toContain("&lt;b>Stock-taking");
    expect(text).not.toContain("T12:00");
    expect(text).not.toContain("javascript:");
  });

  it("links to the event and speaks Japanese", () => {
    const link = "https://calendar.example/event";
    const text = html("ja", [{ ...CLOSED, state: "OPEN", link }]);
    expect(text).toContain(`href="${link}"`);
    expect(text).toContain(">可能<");
  });

  it("is left out where no environment has a window", () => {
    expect(html("en", [])).toBe("");
  });
});
