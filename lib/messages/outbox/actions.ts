"use server";

import { projectAction } from "@/lib/actions/project-action";
import { getOutboxMessage } from "@/lib/messages/outbox/get-outbox-message";
import { listOutbox } from "@/lib/messages/outbox/list-outbox";
import { outboxListInput } from "@/lib/messages/outbox/schema";
import { messageIdInput } from "@/lib/messages/schema";

export const listOutboxAction = projectAction({ permission: "ask", input: outboxListInput }, listOutbox);

export const getOutboxMessageAction = projectAction(
  { permission: "ask", input: messageIdInput },
  (access, { id }) => getOutboxMessage(access, id),
);
