import type { ChildProcess } from "node:child_process";

/** Ends what is left of a child that was started as the head of its own process group, its descendants included. */
export function killGroup(child: ChildProcess): void {
  try {
    if (child.pid) process.kill(-child.pid, "SIGKILL");
  } catch {
    // The whole group has ended.
  }
}
