import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { faults, launch, loaded, open, picture, root, visit } from "./browser.js";

let browser;

beforeAll(async () => {
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
});

/** Opens a page, does something, and finds nothing wrong on the way. */
async function looking(options, look) {
  const { page, problems, close } = await open(browser, options);
  try {
    await look(page);
    expect(problems).toEqual([]);
  } finally {
    await close();
  }
}

async function newestDeploy(page) {
  await visit(page, "#/history?result=succeeded&service=checkout");
  return await page.locator("tbody tr a[href^='#/deploy/']").first().getAttribute("href");
}

const PAGES = [
  ["now", "Live versions"],
  ["history", "Clear"],
  ["metrics", "Change failure rate"],
  ["calendar", "Previous month"],
  ["audit", "The ledger"],
];

describe.each(["light", "dark"])("in the %s theme", (theme) => {
  it.each(PAGES)("shows %s without errors or barriers", async (name, text) => {
    await looking({ theme }, async (page) => {
      await visit(page, `#/${name}`);
      await page.getByText(text, { exact: true }).first().waitFor();
      if (name === "metrics") {
        await page.locator("canvas").nth(2).waitFor();
      }
      await picture(page, `${name}-${theme}`);
      expect(await faults(page)).toEqual([]);
    });
  });

  it("shows a deploy without errors or barriers", async () => {
    await looking({ theme }, async (page) => {
      await visit(page, await newestDeploy(page));
      await page.getByText("A new version of checkout was deployed to production on").waitFor();
      await page.getByRole("heading", { name: "Evidence" }).waitFor();
      await picture(page, `deploy-${theme}`);
      expect(await faults(page)).toEqual([]);
    });
  });
});

describe("on a phone", () => {
  it.each([...PAGES.map(([name]) => name), "deploy"])("shows %s without scrolling sideways", async (name) => {
    await looking({ width: 390 }, async (page) => {
      await visit(page, name === "deploy" ? await newestDeploy(page) : `#/${name}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      await picture(page, `${name}-phone`);
      expect(wide).toBe(0);
      expect(await faults(page)).toEqual([]);
    });
  });
});

describe("in Japanese", () => {
  it.each(PAGES.map(([name]) => name))("shows %s", async (name) => {
    await looking({ locale: "ja-JP" }, async (page) => {
      await visit(page, `#/${name}`);
      await page.getByRole("link", { name: "履歴" }).waitFor();
      await page.getByRole("heading", { name: "デプロイ", exact: true }).waitFor();
      await picture(page, `${name}-ja`);
      expect(await faults(page)).toEqual([]);
    });
  });
});

describe("the history", () => {
  it("is filtered by each field, and the address keeps it", async () => {
    await looking({}, async (page) => {
      await visit(page, "#/history");
      await page.getByLabel("Service").selectOption("search");
      await page.getByLabel("Text", { exact: true }).fill("検索");
      await page.getByRole("button", { name: "Search" }).click();
      await page.waitForURL(/service=search/);
      await loaded(page);
      await page.waitForFunction(() =>
        [...document.querySelectorAll("tbody tr")].every((row) => row.textContent.includes("search →")),
      );
      expect(await page.locator("tbody tr").count()).toBeGreaterThan(0);

      await page.reload();
      await loaded(page);
      expect(await page.getByLabel("Text", { exact: true }).inputValue()).toBe("検索");
      expect(await page.getByLabel("Service").inputValue()).toBe("search");
    });
  });

  it("says so when nothing matches", async () => {
    await looking({}, async (page) => {
      await visit(page, "#/history?text=nowheretobefound");
      await page.getByText("No deploy matches.").waitFor();
    });
  });

  it("goes on with older deploys", async () => {
    await looking({}, async (page) => {
      await visit(page, "#/history");
      const before = await page.locator("tbody tr").count();
      await page.getByRole("button", { name: "Show older deploys" }).click();
      await page.waitForFunction((count) => document.querySelectorAll("tbody tr").length > count, before);
    });
  });

  it("shows text from outside as text", async () => {
    await looking({}, async (page) => {
      await visit(page, "#/history?text=rank");
      await page.getByText("Count <em>all</em> hits & rank by price").first().waitFor();
      expect(await page.locator("#itgc-deploys em").count()).toBe(0);
      expect(await page.locator("a[href^='javascript:']").count()).toBe(0);
    });
  });
});

describe("with a keyboard", () => {
  it("reaches every page, and the focus follows", async () => {
    await looking({}, async (page) => {
      await visit(page, "#/now");
      await page.getByRole("link", { name: "History" }).focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(/#\/history/);
      await page.waitForFunction(() => document.activeElement?.classList.contains("itgc-content"));
    });
  });
});

describe("an approval", () => {
  it("is given with a reason", async () => {
    await looking({}, async (page) => {
      await visit(page, "#/now");
      await page.getByRole("button", { name: "Approve" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("Reason").fill("Checked with support");
      expect(await faults(page)).toEqual([]);
      await picture(page, "approve-light");
      await dialog.getByRole("button", { name: "Approve" }).click();
      await dialog.waitFor({ state: "detached" });
      await page.getByText("rita (approved)").waitFor();
    });
  });

  it("is refused only with a reason", async () => {
    await looking({}, async (page) => {
      await visit(page, "#/now");
      await page.getByRole("button", { name: "Refuse" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("button", { name: "Refuse" }).click();
      expect(await dialog.isVisible()).toBe(true);
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
    });
  });

  it("shows up by itself on a page that stays open", async () => {
    await looking({}, async (page) => {
      await visit(page, "#/now");
      await page.getByText("Approval for checkout → production").first().waitFor();
      await fetch(`${process.env.ITGC_CONTROL}`, { method: "POST" });
      await page.getByText("Approval for search → production").waitFor({ timeout: 20_000 });
    });
  });
});

describe("the ledger", () => {
  it("is verified when asked", async () => {
    await looking({}, async (page) => {
      await visit(page, "#/audit");
      await page.getByRole("button", { name: "Verify now" }).click();
      await page.getByText("The hash chain is intact").waitFor({ timeout: 30_000 });
    });
  });
});

describe("a share link", () => {
  it("shows its deploy to somebody who is not signed in, until it is revoked", async () => {
    await looking({}, async (page) => {
      await visit(page, await newestDeploy(page));
      await page.getByRole("button", { name: "Create link" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Create link" }).click();
      const link = await page.getByLabel("The new link").inputValue();

      await looking({ user: null }, async (outside) => {
        await outside.goto(link);
        await outside.getByText("A new version of checkout was deployed to production on").waitFor();
        expect(await outside.getByText("Evidence").count()).toBe(0);
        expect(await faults(outside)).toEqual([]);
        await picture(outside, "share-light");
      });

      await page.getByRole("button", { name: "Revoke" }).first().click();
      await page.getByText("revoked").first().waitFor();
      const { page: later, close } = await open(browser, { user: null });
      const answer = await later.goto(link);
      expect(answer.status()).toBe(404);
      await close();
    });
  });
});

describe("somebody without the right to see deploys", () => {
  it("is asked to sign in", async () => {
    await looking({ user: null }, async (page) => {
      await page.goto(`${root}deploys/`);
      expect(page.url()).toContain("/login");
    });
  });
});

describe("a controller that does not answer", () => {
  it("is told, and asked again", async () => {
    const { page, close } = await open(browser);
    await page.route("**/deploys/api/deploys*", (route) => route.fulfill({ status: 503, body: "" }));
    await visit(page, "#/history");
    await page.getByText("This could not be loaded.").waitFor();
    await page.unroute("**/deploys/api/deploys*");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.locator("tbody tr").first().waitFor();
    await close();
  });
});
