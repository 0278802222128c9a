import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { waitUntil } from "@/lib/webhooks/testing/wait-until";

export type RunningReceiver = { url: string; stop: () => void };

const COMMANDS: Record<string, (path: string) => string[]> = {
  "receiver.ts": (path) => [
    process.execPath,
    "--import",
    createRequire(import.meta.url).resolve("tsx"),
    path,
  ],
  "receiver.py": (path) => ["python3", path],
  "receiver.php": (path) => ["php", "-S", "127.0.0.1:0", path],
};

/** Writes a receiver of the guide to a file and runs it as a process. @throws Error with what it printed instead */
export async function runReceiver(file: string, code: string, secret: string): Promise<RunningReceiver> {
  const folder = mkdtempSync(join(tmpdir(), "starwire-guide-"));
  writeFileSync(join(folder, file), code);
  const command = COMMANDS[file]?.(join(folder, file)) ?? [];
  const child = spawn("env", ["PORT=0", `STARWIRE_SECRET=${secret}`, ...command]);
  let printed = "";
  let hasEnded = false;
  for (const output of [child.stdout, child.stderr])
    output.on("data", (chunk: Buffer) => (printed += chunk.toString("utf8")));
  child.once("close", () => (hasEnded = true));
  const stop = () => {
    child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  };
  const url = () => /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0];
  await waitUntil(`${file} says where it listens`, () => hasEnded || url() !== undefined);
  const found = url();
  if (found && !hasEnded) return { url: found, stop };
  stop();
  throw new Error(`${command.join(" ")} ended: ${printed}`);
}
