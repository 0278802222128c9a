import { setTimeout as sleep } from "node:timers/promises";
import { nowMs } from "./clock";

/** Starts `work` so many times a second, whether or not earlier ones have ended: an open loop, as customers are. */
export async function atRate<T>(
  items: readonly T[],
  perSecond: number,
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  const fromMs = nowMs();
  const running: Promise<unknown>[] = [];
  for (const [index, item] of items.entries()) {
    const waitMs = fromMs + (index * 1000) / perSecond - nowMs();
    if (waitMs > 1) await sleep(waitMs);
    running.push(work(item));
  }
  await Promise.all(running);
}

/** Runs `work` for every item, so many at a time. */
export async function inParallel<T>(
  items: readonly T[],
  places: number,
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  const left = items.values();
  const worker = async () => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: places }, worker));
}
