import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * Names a running process so that another one with the same id, later, is not taken for it: its id and when it began.
 * Null when there is none.
 */
export function processIdentity(pid: number): string | null {
  const began = process.platform === "linux" ? beganOnLinux(pid) : beganByPs(pid);
  return began === null ? null : `${pid}@${began}`;
}

/** True while the process with this identity runs. */
export function isRunning(identity: string): boolean {
  return processIdentity(Number(identity.split("@")[0])) === identity;
}

/** Field 22 of /proc/<pid>/stat; the name in field 2 may hold spaces and brackets. A zombie has ended. */
function beganOnLinux(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

function beganByPs(pid: number): string | null {
  try {
    const text = execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], {
      encoding: "utf8",
      stdio: "pipe",
    });
    return text.trim() || null;
  } catch {
    return null;
  }
}
