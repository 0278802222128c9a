import { mkdirSync, mkdtempSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { fingerprint } from "./source-fingerprint";

const root = mkdtempSync(path.join(tmpdir(), "starwire-fingerprint-"));
mkdirSync(path.join(root, "app/deep"), { recursive: true });
const write = (file: string, text: string): void => writeFileSync(path.join(root, file), text);
const now = (): Promise<string> => fingerprint(root, ["app", "package.json", "absent.ts"], "v20");

test("a change of content, name or salt counts; a change of time or of a test doesn't", async () => {
  write("app/deep/page.tsx", "one");
  write("package.json", "{}");
  const first = await now();

  utimesSync(path.join(root, "package.json"), 1, 1);
  write("app/deep/page.test.tsx", "a test");
  expect(await now()).toBe(first);
  expect(await fingerprint(root, ["package.json", "app"], "v22")).not.toBe(first);

  write("app/deep/page.tsx", "two");
  const second = await now();
  expect(second).not.toBe(first);
  write("app/other.tsx", "");
  expect(await now()).not.toBe(second);
});
