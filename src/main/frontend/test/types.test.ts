import { readFileSync } from "node:fs";
import openapiTS, { astToString, COMMENT_HEADER } from "openapi-typescript";
import { expect, it } from "vitest";

it("has the types of the interface's description; npm run types writes them anew", async () => {
  const description = new URL("../../../../docs/openapi.yaml", import.meta.url);
  const types = await openapiTS(description, { rootTypes: true, rootTypesNoSchemaPrefix: true });
  const kept = readFileSync(new URL("../src/types.ts", import.meta.url), "utf8");
  expect(kept).toBe(`${COMMENT_HEADER}${astToString(types)}`);
});
