import { setTimeout as sleep } from "node:timers/promises";
import type { Role, Starwire } from "./start-starwire";

export type Kill = { role: Role; atMs: number };

const BACK_MS = 120_000;

/**
 * SIGKILLs web and worker in turn, each time after a random number of further changes, so that the kills spread over all
 * the changes. What was killed comes back by itself before its next turn.
 */
export async function killInTurn(input: {
  starwire: Starwire;
  /** After how many changes each kill comes, ascending. */
  moments: readonly number[];
  changesMade: () => number;
}): Promise<Kill[]> {
  const kills: Kill[] = [];
  for (const [index, moment] of input.moments.entries()) {
    const role: Role = index % 2 === 0 ? "worker" : "web";
    while (input.changesMade() < moment) await sleep(5);
    const pid = await waitForProcess(input.starwire, role);
    kills.push({ role, atMs: Date.now() });
    process.kill(pid, "SIGKILL");
  }
  return kills;
}

/** @throws when it doesn't come back */
export async function waitForProcess(starwire: Starwire, role: Role): Promise<number> {
  const until = Date.now() + BACK_MS;
  for (;;) {
    const pid = await starwire.pidOf(role);
    if (pid !== null) return pid;
    if (Date.now() > until) throw new Error(`The ${role} didn't come back within two minutes.`);
    await sleep(50);
  }
}
