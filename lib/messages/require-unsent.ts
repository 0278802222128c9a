import type { Message } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import { BEING_SENT } from "@/lib/messages/message-state";

/** @throws AppError `conflict` with a sentence for a message of which something has left, or that is over. */
export function requireUnsent({ status }: Pick<Message, "status">): void {
  switch (status) {
    case "scheduled":
      return;
    case "sending":
      throw new AppError("conflict", BEING_SENT);
    case "canceled":
      throw new AppError("conflict", "This message was canceled.");
    case "skipped":
      throw new AppError("conflict", "This message was skipped and won't be sent.");
    case "failed":
      throw new AppError("conflict", "This message has failed. Send it again instead.");
    case "sent":
    case "delivered":
    case "complained":
      throw new AppError("conflict", "This message has been sent already.");
  }
}
