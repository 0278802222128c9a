import { env, isLoopbackApp } from "@/lib/env";
import { receiverFiles } from "@/lib/receiver/receiver-files";
import { readReceiverState } from "@/lib/receiver/receiver-state";

export type TestReceiver = {
  /** `https://localhost:<port>`, in the form of `URL.origin`. The one origin exempt from the private-address rule. */
  origin: string;
  /** PEM file of the authority to trust for this origin, and for no other. */
  caPath: string;
};

/** For how long an answer is kept: the receiver may start after its readers and come back on another port. */
const FRESH_MS = 1_000;

let kept: { untilMs: number; answer: TestReceiver | null } | undefined;

/**
 * The test receiver of this start, or null when it is off or doesn't run. Cheap enough to ask before each attempt.
 * A note left by a receiver that died does no harm: only the receiver of this `DATA_DIR` has a certificate of its authority.
 */
export function testReceiver(): TestReceiver | null {
  if (kept && performance.now() < kept.untilMs) return kept.answer;
  const answer = readTestReceiver();
  kept = { untilMs: performance.now() + FRESH_MS, answer };
  return answer;
}

function readTestReceiver(): TestReceiver | null {
  if (env().RECEIVER === "off" || !isLoopbackApp()) return null;
  const state = readReceiverState();
  if (!state?.pid) return null;
  return { origin: `https://localhost:${state.port}`, caPath: receiverFiles().ca };
}

/** Address of a hook, as a person puts it into "Webhook URL". */
export function hookUrl(origin: string, name: string): string {
  return `${origin}/hooks/${encodeURIComponent(name)}`;
}
