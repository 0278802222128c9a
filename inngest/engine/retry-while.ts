import { setTimeout as wait } from "node:timers/promises";

const FIRST_WAIT_MS = 20;
const LONGEST_WAIT_MS = 1_000;

/** Repeats `work`, waiting longer each time, until it doesn't throw or `forMs` have passed; then throws its last error. */
export async function retryWhile<Result>(forMs: number, work: () => Promise<Result>): Promise<Result> {
  const end = performance.now() + forMs;
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
    try {
      return await work();
    } catch (error) {
      if (performance.now() + waitMs > end) throw error;
      await wait(waitMs);
    }
  }
}
