"use server";

import { projectAction } from "@/lib/actions/project-action";
import { countMessages } from "@/lib/messages/queries/count-messages";
import { getMessage } from "@/lib/messages/queries/get-message";
import { listMessages } from "@/lib/messages/queries/list-messages";
import { messageFilters, messageIdInput, messageListInput } from "@/lib/messages/schema";

export const listMessagesAction = projectAction(
  { permission: "read", input: messageListInput },
  listMessages,
);

export const countMessagesAction = projectAction(
  { permission: "read", input: messageFilters },
  countMessages,
);

export const getMessageAction = projectAction(
  { permission: "read", input: messageIdInput },
  (access, { id }) => getMessage(access, id),
);
