import type { MessageDriver } from "@/lib/messages/drivers/message-driver";

/** Keeps what is sent on this server, where the Outbox shows it. */
export const outboxDriver: MessageDriver<unknown> = {
  name: "outbox",
  isReal: false,
  send: async () => ({ kind: "accepted", providerMessageId: null }),
  close: async () => undefined,
};
