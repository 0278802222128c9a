import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { PROMISES } from "./index";
import { findPromiseProblems } from "./find-problems";
import { keptPromises, type SpecResult } from "./kept-promises";
import type { PromiseEntry } from "./promise-entry";

const FOLDER = new URL("./", import.meta.url);
const GOOD = 'test("does it", async () => {});';

function specsOnDisk(): Map<string, string> {
  const names = readdirSync(FOLDER, { recursive: true, encoding: "utf8" });
  const specs = names.filter((name) => name.endsWith(".spec.ts"));
  return new Map(
    specs.map((name) => [name.slice(0, -".spec.ts".length), readFileSync(new URL(name, FOLDER), "utf8")]),
  );
}

/** The list as it is when nothing waits any more. */
const COMPLETE: readonly PromiseEntry[] = PROMISES.map(({ id, words, half, spec }) => ({
  id,
  words,
  half,
  spec,
}));

function allKept(): Map<string, string> {
  return new Map(COMPLETE.map(({ spec }) => [spec, GOOD]));
}

test("every promise has its spec, every spec its promise, and none is skipped", () => {
  expect(findPromiseProblems(PROMISES, specsOnDisk())).toEqual([]);
});

test("the guard finds nothing wrong in a complete list", () => {
  expect(findPromiseProblems(COMPLETE, allKept())).toEqual([]);
});

const [first] = COMPLETE;
if (!first) throw new Error("The list is empty.");

test.each<[string, (entries: PromiseEntry[], specs: Map<string, string>) => void, string]>([
  ["a promise without a spec", (_, specs) => specs.delete(first.spec), `${first.id} has no spec`],
  ["a spec without a promise", (_, specs) => specs.set("7-managing/more", GOOD), "proves no promise"],
  ["a missing id", (entries) => entries.splice(3, 1), "must hold P01 to P62"],
  ["an id twice", (entries) => entries.push(first), "must hold P01 to P62"],
  ["one spec for two", (entries) => entries.splice(1, 1, { ...first, id: "P02" }), "shares"],
  ["a skipped spec", (_, specs) => specs.set(first.spec, `test.skip(${GOOD})`), "skips"],
  ["a spec that is to be fixed", (_, specs) => specs.set(first.spec, `${GOOD} test . fixme()`), "skips"],
  ["a skip inside", (_, specs) => specs.set(first.spec, `${GOOD} info.skip(true)`), "skips"],
  ["a focused spec", (_, specs) => specs.set(first.spec, "test.describe.only(() => {}); test(1)"), "skips"],
  ["an expected failure", (_, specs) => specs.set(first.spec, `${GOOD} test.fail()`), "skips"],
  ["a fixed sleep", (_, specs) => specs.set(first.spec, `${GOOD} page.waitForTimeout(9)`), "sleeps"],
  [
    "a promise that waits though its spec is there",
    (entries) => entries.splice(0, 1, { ...first, later: "x" }),
    "no more",
  ],
  ["an empty spec", (_, specs) => specs.set(first.spec, "export {};"), "has no test"],
])("the guard finds %s", (_name, spoil, problem) => {
  const entries = [...COMPLETE];
  const specs = allKept();
  spoil(entries, specs);
  expect(findPromiseProblems(entries, specs).join("\n")).toContain(problem);
});

test("a promise counts only when its spec ran and all of it passed", () => {
  const result = (spec: string, outcome: SpecResult["outcome"]): SpecResult => ({
    file: `promises/${spec}.spec.ts`,
    title: "does it",
    outcome,
  });
  const specs = PROMISES.map(({ spec }) => spec);
  const [a = "", b = "", c = "", d = ""] = specs;
  const results = [result(a, "passed"), result(a, "passed"), result(b, "passed"), result(b, "failed")];
  results.push(result(c, "skipped"), result("elsewhere", "passed"));
  expect(keptPromises(PROMISES, results).map(({ spec }) => spec)).toEqual([a]);
  expect(keptPromises(PROMISES, []).length).toBe(0);
  expect(keptPromises(PROMISES, [result(d, "passed")])).toHaveLength(1);
});
