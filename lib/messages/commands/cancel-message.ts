import type { Access } from "@/lib/auth/access";
import { canceled } from "@/lib/messages/cancel-unsent";
import { changeMessage } from "@/lib/messages/change-message";
import { requireUnsent } from "@/lib/messages/require-unsent";
import { withEvents } from "@/lib/webhooks/with-events";

/**
 * Cancels one message that is still to be sent, with `message-deleted`. A second time changes nothing.
 * @throws AppError `not_found`; `conflict` for one that was sent or is being sent right now.
 */
export async function cancelMessage({ projectId }: Access, id: string): Promise<void> {
  await withEvents((tx) =>
    changeMessage(
      tx,
      { id, projectId },
      (message) => {
        if (message.status === "canceled") return null;
        requireUnsent(message);
        return canceled();
      },
      "canceled_by_user",
    ),
  );
}
