import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { missingPlatforms, type Lockfile } from "./missing-platforms";

const lockfile = () => JSON.parse(readFileSync("package-lock.json", "utf8")) as Lockfile;

test("the lockfile holds the packages of every platform", () => {
  expect(missingPlatforms(lockfile()).map(({ name }) => name)).toEqual([]);
});

test("a platform that fell out of the lockfile is found", () => {
  const lock = lockfile();
  delete lock.packages["node_modules/@next/swc-darwin-arm64"];
  expect(missingPlatforms(lock).map(({ name }) => name)).toEqual(["@next/swc-darwin-arm64"]);
});
