import { setTimeout as sleep } from "node:timers/promises";
import type { KillTarget, Part } from "./kill-target";

export type Kill = { part: Part; atMs: number };

const BACK_MS = 120_000;

/**
 * SIGKILLs all parts in turn, each time after a random number of further changes, so that the kills spread over all the
 * changes. What was killed comes back by itself before its next turn.
 */
export async function killInTurn(input: {
  starwire: KillTarget;
  /** After how many changes each kill comes, ascending. */
  moments: readonly number[];
  changesMade: () => number;
}): Promise<Kill[]> {
  const kills: Kill[] = [];
  for (const [index, moment] of input.moments.entries()) {
    const part = input.starwire.parts[index % input.starwire.parts.length];
    if (!part) throw new Error("There is nothing to kill.");
    while (input.changesMade() < moment) await sleep(5);
    const pid = await waitForProcess(input.starwire, part);
    kills.push({ part, atMs: Date.now() });
    process.kill(pid, "SIGKILL");
  }
  return kills;
}

/** @throws when it doesn't come back */
export async function waitForProcess(starwire: KillTarget, part: Part): Promise<number> {
  const until = Date.now() + BACK_MS;
  for (;;) {
    const pid = await starwire.pidOf(part);
    if (pid !== null) return pid;
    if (Date.now() > until) throw new Error(`The ${part.role} didn't come back within two minutes.`);
    await sleep(50);
  }
}
