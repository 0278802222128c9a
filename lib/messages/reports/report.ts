import type { MessageFailure } from "@/lib/messages/send-outcome";

export const REPORT_KINDS = ["sent", "delivered", "bounced", "failed", "complained", "opened"] as const;

/** What a provider, or the Outbox in its place, tells about one message. */
export type MessageReport = {
  /** The provider's own id of this report; the same one is taken once. */
  id: string;
  kind: (typeof REPORT_KINDS)[number];
  at: Date;
  /** In the provider's words. */
  detail: string | null;
  /** Why, of `bounced` and `failed`. */
  failure: MessageFailure | null;
};
