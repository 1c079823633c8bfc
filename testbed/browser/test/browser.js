import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium } from "playwright-core";

/** The controller that is looked at, with a slash at the end. */
export const root = required("ITGC_URL");
const pictures = process.env.ITGC_PICTURES;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

function required(name) {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set; the Java test that runs this sets it.`);
  }
  return value;
}

export function launch() {
  return chromium.launch({
    executablePath: required("ITGC_BROWSER"),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** A page that remembers everything that went wrong on it. */
export async function open(browser, { user = "rita", theme = "light", locale = "en-US", width = 1280 } = {}) {
  const context = await browser.newContext({
    colorScheme: theme,
    locale,
    timezoneId: "Europe/Berlin",
    viewport: { width, height: width < 600 ? 800 : 900 },
  });
  const page = await context.newPage();
  const problems = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) {
      problems.push(message.text());
    }
  });
  page.on("pageerror", (error) => problems.push(String(error)));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`Content-Security-Policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  if (user !== null) {
    await page.goto(`${root}login`);
    await page.fill("input[name=j_username]", user);
    await page.fill("input[name=j_password]", user);
    await page.click("main button");
    await page.waitForURL((url) => !url.pathname.endsWith("/login"));
  }
  return { page, problems, close: () => context.close() };
}

/** Goes to a page of the dashboard and waits until it has loaded. */
export async function visit(page, hash) {
  await page.goto(`${root}deploys/${hash}`);
  await loaded(page);
}

export async function loaded(page) {
  await page.locator("#itgc-deploys .itgc-content").waitFor();
  await page.waitForFunction(() => document.querySelector(".itgc-loading") === null);
}

/** Faults of accessibility that keep somebody out. */
export async function faults(page) {
  await page.evaluate(axe);
  const result = await page.evaluate(() =>
    // The page around the dashboard is not the plugin's.
    globalThis.axe.run("#itgc-deploys", { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"] }),
  );
  return result.violations
    .filter((violation) => ["serious", "critical"].includes(violation.impact))
    .flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.target.join(" ")} ${node.failureSummary}`));
}

export async function picture(page, name) {
  if (pictures) {
    await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
  }
}
