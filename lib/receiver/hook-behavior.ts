import { z } from "zod";

/** Answers the receiver can give by itself, and what each means to the sender. */
export const FIXED_ANSWERS = {
  "200": "200, confirms receipt",
  "500": "500, fails and is retried",
  hang: "Accept, then never answer",
  "410": "410, wants no more: turns the webhook off",
  redirect: "302, to another address",
  "429": "429, asks to wait 10 seconds",
} as const;

export type FixedAnswer = keyof typeof FIXED_ANSWERS;

const FIXED = ["200", "500", "hang", "410", "redirect", "429"] as const satisfies FixedAnswer[];
const LOOPBACK_HOSTS = ["localhost", "127.0.0.1", "[::1]"];

/** The last part of `/hooks/<name>`. */
export const hookName = z
  .string()
  .regex(/^[A-Za-z0-9._~-]{1,60}$/, "A hook's name has letters, digits, dots, dashes; at most 60.");

/** Where requests are handed on: this machine only, since the receiver would be a way into the network otherwise. */
export const forwardUrl = z
  .string()
  .trim()
  .max(2048)
  .refine(isLoopbackHttpUrl, "Enter an address on this machine, for example http://localhost:4000/hooks.");

/** What a hook does with a request: a fixed answer, or the answer of a server on this machine. */
export const hookBehavior = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("answer"), answer: z.enum(FIXED) }),
  z.object({ kind: z.literal("forward"), forwardTo: forwardUrl }),
]);

export type HookBehavior = z.infer<typeof hookBehavior>;

export const hook = z.object({ name: hookName, behavior: hookBehavior });

export type Hook = z.infer<typeof hook>;

function isLoopbackHttpUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url?.protocol === "http:" && LOOPBACK_HOSTS.includes(url.hostname) && !url.username && !url.password;
}
