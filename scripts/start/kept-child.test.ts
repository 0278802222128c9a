import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { expect, test, vi } from "vitest";
import { isRunning, processIdentity } from "./process-identity";
import { keepChild } from "./kept-child";

const folder = mkdtempSync(path.join(tmpdir(), "starwire-child-"));
const script = (name: string, text: string): string => {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
};
const patient = script("patient.mjs", 'console.log("ready"); setInterval(() => undefined, 1000);');
const settings = {
  name: "example",
  args: [patient],
  env: process.env,
  isReady: (lines: string[]) => lines.includes("ready"),
  onStart: () => undefined,
};

test("a child that is killed is started again; a stopped one is not", async () => {
  const said = vi.spyOn(console, "log").mockReturnValue();
  const child = keepChild(settings);
  await child.ready;
  const first = child.pid();
  if (first === undefined) throw new Error("it has no process");
  process.kill(first, "SIGKILL");
  await vi.waitUntil(() => child.pid() !== undefined && child.pid() !== first, { timeout: 20_000 });
  expect(said).toHaveBeenCalledWith("The example process ended (SIGKILL); it starts again in 1.0 s.");
  await child.stop(5_000);
  expect(child.pid()).toBeUndefined();
});

test("one that never gets ready says why", async () => {
  const args = [script("broken.mjs", 'console.error("no such table"); process.exit(3);')];
  await expect(keepChild({ ...settings, args }).ready).rejects.toThrow(
    "The example process did not start:\nno such table",
  );
});

test("one that ignores the request to end is made to, with its own children", async () => {
  const stubborn = script(
    "stubborn.mjs",
    `import { spawn } from "node:child_process";
     process.on("SIGTERM", () => undefined);
     const inner = spawn(process.execPath, [${JSON.stringify(patient)}], { stdio: "ignore" });
     console.log("inner " + inner.pid);
     setInterval(() => undefined, 1000);`,
  );
  let inner = 0;
  const isReady = (lines: string[]): boolean => {
    inner = Number(lines.find((line) => line.startsWith("inner "))?.slice(6) ?? 0);
    return inner > 0;
  };
  const child = keepChild({ ...settings, args: [stubborn], isReady });
  await child.ready;
  await child.stop(100);
  await vi.waitUntil(() => processIdentity(inner) === null, { timeout: 20_000 });
});

test("when the parent is killed, its children end by themselves", async () => {
  const parent = spawn(
    process.execPath,
    ["--import", "tsx", path.join(import.meta.dirname, "kept-child-parent.ts"), patient],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const [line] = await once(createInterface({ input: parent.stdout }), "line");
  const identity = String(line);
  expect(isRunning(identity)).toBe(true);
  parent.kill("SIGKILL");
  await vi.waitUntil(() => !isRunning(identity), { timeout: 20_000 });
});
