import { spawnSync } from "node:child_process";
import { expect, test, vi } from "vitest";

vi.stubEnv("LOG_LEVEL", "info");

const SCRIPT = `
  import { logWarnings } from "@/lib/log-warnings";
  logWarnings();
  process.emitWarning("old ways", "DeprecationWarning");`;

test("a warning of Node's is one JSON line on standard error", () => {
  const { stderr, status } = spawnSync(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "-e", SCRIPT],
    { encoding: "utf8" },
  );
  expect(status).toBe(0);
  const lines = stderr.trim().split("\n");
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({
    level: 40,
    kind: "DeprecationWarning",
    err: { message: "old ways" },
    msg: "Node warns",
  });
});
