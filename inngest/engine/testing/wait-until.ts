import { setTimeout as wait } from "node:timers/promises";

const LOOK_MS = 25;

/** Looks again and again until `isSo`; an error counts as no. @throws after `limitMs`, with `what` it waited for. */
export async function waitUntil(
  isSo: () => boolean | Promise<boolean>,
  what = "it",
  limitMs = 60_000,
): Promise<void> {
  const end = Date.now() + limitMs;
  let last: unknown;
  for (;;) {
    try {
      if (await isSo()) return;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`Waited ${limitMs} ms for ${what}`, { cause: last });
    await wait(LOOK_MS);
  }
}
