import { setTimeout as sleep } from "node:timers/promises";
import { isRunning } from "./process-identity";

/**
 * Ends the children of a start that was killed. They noticed and are ending by themselves, with what they were sending;
 * this waits for them, asks once more, and after 15 s insists.
 */
export async function endOrphans(identities: string[]): Promise<void> {
  signal(identities, "SIGTERM");
  const untilMs = performance.now() + 15_000;
  while (identities.some(isRunning) && performance.now() < untilMs) await sleep(50);
  killGroups(identities);
  while (identities.some(isRunning)) await sleep(50);
}

/** Each child heads a process group: what it started in turn ends with it. */
function killGroups(identities: string[]): void {
  for (const identity of identities.filter(isRunning)) {
    try {
      process.kill(-Number(identity.split("@")[0]), "SIGKILL");
    } catch {
      // The group has ended.
    }
  }
}

function signal(identities: string[], name: NodeJS.Signals): void {
  for (const identity of identities.filter(isRunning)) {
    try {
      process.kill(Number(identity.split("@")[0]), name);
    } catch {
      // It ended in between.
    }
  }
}
