import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { processIdentity } from "./process-identity";
import { noteChildren, takeLock } from "./process-lock";

const folder = mkdtempSync(path.join(tmpdir(), "starwire-lock-"));
const file = path.join(folder, "running.json");
const me = processIdentity(process.pid);
const dead = { holder: `${process.pid}@1`, url: "http://localhost:3000", children: ["1@1"] };

afterEach(() => rmSync(file, { force: true }));

test("the second one is told who the first one is", async () => {
  expect(await takeLock(file, "http://localhost:3000")).toEqual({ isMine: true, before: null });
  await noteChildren(file, "http://localhost:3000", [process.pid]);
  expect(await takeLock(file, "http://localhost:3100")).toEqual({
    isMine: false,
    holder: { holder: me, url: "http://localhost:3000", children: [me] },
  });
});

test("a holder whose process id is by now another process's has ended", async () => {
  writeFileSync(file, JSON.stringify(dead));
  expect(await takeLock(file, "http://localhost:3100")).toEqual({ isMine: true, before: dead });
  expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ holder: me });
});

test.each(["", "{", "null", '{"holder":1}'])("a file that says %j is no holder", async (text) => {
  writeFileSync(file, text);
  expect(await takeLock(file, "")).toEqual({ isMine: true, before: null });
});
