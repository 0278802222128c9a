import { setTimeout as sleep } from "node:timers/promises";

/** Waits for something to become true. @throws after `timeoutMs`, naming what was waited for */
export async function waitUntil(
  what: string,
  isTrue: () => boolean | Promise<boolean>,
  timeoutMs = 60_000,
): Promise<void> {
  const until = performance.now() + timeoutMs;
  while (!(await isTrue())) {
    if (performance.now() > until) throw new Error(`${what}: not within ${timeoutMs} ms`);
    await sleep(10);
  }
}
