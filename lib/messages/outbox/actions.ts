"use server";

import { projectAction } from "@/lib/actions/project-action";
import { getOutboxMessage } from "@/lib/messages/outbox/get-outbox-message";
import { listOutbox } from "@/lib/messages/outbox/list-outbox";
import { outboxListInput, outboxReportInput } from "@/lib/messages/outbox/schema";
import { reportFromOutbox } from "@/lib/messages/reports/report-from-outbox";
import { messageIdInput } from "@/lib/messages/schema";

export const listOutboxAction = projectAction({ permission: "ask", input: outboxListInput }, listOutbox);

export const getOutboxMessageAction = projectAction(
  { permission: "ask", input: messageIdInput },
  (access, { id }) => getOutboxMessage(access, id),
);

/** Plays the provider, and with it the customer: it changes what every report and webhook says of the message. */
export const reportFromOutboxAction = projectAction(
  { permission: "override_messages", input: outboxReportInput },
  reportFromOutbox,
);
