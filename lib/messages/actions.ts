"use server";

import { projectAction } from "@/lib/actions/project-action";
import { cancelMessage } from "@/lib/messages/commands/cancel-message";
import { removeMessage } from "@/lib/messages/commands/remove-message";
import { rescheduleMessage } from "@/lib/messages/commands/reschedule-message";
import { resendMessage } from "@/lib/messages/commands/resend-message";
import { sendNow } from "@/lib/messages/commands/send-now";
import { messageIdInput, rescheduleInput } from "@/lib/messages/schema";

const byId = { input: messageIdInput };

export const cancelMessageAction = projectAction({ permission: "ask", ...byId }, (access, { id }) =>
  cancelMessage(access, id),
);

export const rescheduleMessageAction = projectAction(
  { permission: "ask", input: rescheduleInput },
  rescheduleMessage,
);

/** In quiet hours an SMS needs `override_messages` besides. */
export const sendNowAction = projectAction({ permission: "ask", ...byId }, (access, { id }) =>
  sendNow(access, id),
);

export const resendMessageAction = projectAction(
  { permission: "override_messages", ...byId },
  (access, { id }) => resendMessage(access, id),
);

export const removeMessageAction = projectAction(
  { permission: "override_messages", ...byId },
  (access, { id }) => removeMessage(access, id),
);
