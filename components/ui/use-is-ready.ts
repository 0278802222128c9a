"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** False in HTML from the server and until React runs it, true from then on. */
export function useIsReady(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
