"use client";

import { useEffect, useState } from "react";

const listeners = new Set<(now: Date) => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: (now: Date) => void): () => void {
  listeners.add(listener);
  listener(new Date());
  timer ??= setInterval(() => {
    const now = new Date();
    for (const each of listeners) each(now);
  }, 10_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/**
 * The present moment, renewed every 10 s by one clock for the whole page.
 * @param seen what is told by it, Unix ms: another one renews it too, since what has just arrived isn't ahead of us
 */
export function useNow(seen?: number): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => subscribe(setNow), [seen]);
  return now;
}
