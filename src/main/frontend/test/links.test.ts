import { expect, it } from "vitest";
import { safeLink } from "../src/links";

it("opens web addresses", () => {
  expect(safeLink("https://github.com/acme/orders/pull/12")).toBe("https://github.com/acme/orders/pull/12");
  expect(safeLink("http://jira.example.com/browse/OPS-7")).toBe("http://jira.example.com/browse/OPS-7");
});

it("opens nothing that could run, nor anything that is no address", () => {
  for (const address of ["javascript:alert(1)", " JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "//x", "", "x"]) {
    expect(safeLink(address)).toBeUndefined();
  }
  expect(safeLink(null)).toBeUndefined();
});
