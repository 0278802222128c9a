import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { readPlan } from "./start-plan";
import { startProcesses } from "./start-processes";

test("the Inngest server gets nothing that is meant for those who call it, and tells nobody how it is used", async () => {
  const script = path.join(mkdtempSync(path.join(tmpdir(), "starwire-inngest-")), "server.mjs");
  writeFileSync(
    script,
    `const { SHARED, INNGEST_BASE_URL, DO_NOT_TRACK } = process.env;
     console.log(JSON.stringify({ SHARED, INNGEST_BASE_URL, DO_NOT_TRACK }));
     process.exit(1);`,
  );
  const starting = startProcesses({
    plan: readPlan("inngest"),
    inngest: {
      url: "http://127.0.0.1:8288",
      settings: { name: "inngest", args: [script], isReady: () => false },
      env: { INNGEST_BASE_URL: "http://127.0.0.1:8288" },
    },
    env: { ...process.env, SHARED: "yes" },
    lock: { orphans: [], setChildren: async () => undefined, release: async () => undefined },
    shutdown: {
      add: () => undefined,
      hasBegun: () => false,
      run: () => Promise.reject(new Error("not asked")),
    },
  });
  await expect(starting).rejects.toThrow('{"SHARED":"yes","DO_NOT_TRACK":"1"}');
});
