import { listenToChannel } from "@/lib/db/listen-to-channel";
import { logger } from "@/lib/logger";
import { WAKE_CHANNEL } from "@/lib/webhooks/wake-relay";

/**
 * Listens for hints; what is missed while the connection is broken is found by the sweep.
 * @param onHint gets a project's id
 * @param onBack called after each (re)connection: hints may have been missed
 */
export function listenForHints(onHint: (projectId: string) => void, onBack: () => void) {
  return listenToChannel(WAKE_CHANNEL, {
    onPayload: onHint,
    onBack,
    onFailure: (error) => logger.warn({ err: error }, "the relay can't listen for hints; its sweep goes on"),
  });
}
