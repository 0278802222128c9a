import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Stops a Postgres that outlived its starter on this data folder, and removes a lock file whose process is gone or is
 * by now some other program (process ids are used again, in containers soon). The caller holds the lock on `DATA_DIR`.
 */
export async function stopOrphanPostgres(folder: string): Promise<void> {
  const lockFile = path.join(folder, "postmaster.pid");
  const text = await readFile(lockFile, "utf8").catch(() => null);
  if (text === null) return;
  const pid = Number(text.split("\n")[0]);
  if (Number.isInteger(pid) && pid > 0 && isPostgresOf(pid, folder)) {
    process.kill(pid, "SIGINT");
    if (!(await hasEnded(pid, folder, 10_000))) process.kill(pid, "SIGQUIT");
    if (!(await hasEnded(pid, folder, 10_000)))
      throw new Error(`An earlier Postgres (process ${pid}) on ${folder} does not stop.`);
  }
  await rm(lockFile, { force: true });
}

async function hasEnded(pid: number, folder: string, waitMs: number): Promise<boolean> {
  const until = Date.now() + waitMs;
  while (isPostgresOf(pid, folder)) {
    if (Date.now() > until) return false;
    await sleep(50);
  }
  return true;
}

function isPostgresOf(pid: number, folder: string): boolean {
  const command = commandLine(pid);
  return command.includes("postgres") && command.includes(folder);
}

function commandLine(pid: number): string {
  try {
    if (process.platform === "linux")
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}
