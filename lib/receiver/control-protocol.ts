import { z } from "zod";
import { hook } from "@/lib/receiver/hook-behavior";
import { receivedRequest } from "@/lib/receiver/received-request";

/** Paths that only holders of the token in `running.json` may use. */
export const CONTROL_PATHS = {
  stream: "/control/stream",
  requests: "/control/requests",
  hook: (name: string) => `/control/hooks/${name}`,
} as const;

/** One line of the control stream. `hooks` replaces the hooks, `cleared` forgets all requests; a `request` is new or replaces its number. */
export const receiverNews = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("hooks"), hooks: z.array(hook) }),
  z.object({ kind: z.literal("request"), request: receivedRequest }),
  z.object({ kind: z.literal("cleared") }),
]);

export type ReceiverNews = z.infer<typeof receiverNews>;
