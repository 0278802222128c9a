"use client";

import { useSyncExternalStore } from "react";
import { useNow } from "@/components/ui/use-now";
import type { Reader } from "@/lib/webhooks/moment-words";

const subscribe = () => () => undefined;
const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
const serverZone = () => "UTC";

/** Now, and the time zone of whoever looks at the screen; until the browser has taken over, UTC. */
export function useReader(): Reader {
  const timeZone = useSyncExternalStore(subscribe, browserZone, serverZone);
  return { now: useNow(), timeZone };
}
