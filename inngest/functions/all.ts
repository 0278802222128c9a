import { checkWebhookHealth } from "@/inngest/functions/check-webhook-health";
import { deliverWebhook } from "@/inngest/functions/deliver-webhook";
import { prune } from "@/inngest/functions/prune";
import { sendMessageWhenDue } from "@/inngest/functions/send-message";
import { sweepMessages } from "@/inngest/functions/sweep-messages";
import { runReplay } from "@/inngest/functions/run-replay";
import { turnOffWebhook } from "@/inngest/functions/turn-off-webhook";

/** Every function of the product, as worker and web serve them. */
export const functions = [
  deliverWebhook,
  turnOffWebhook,
  runReplay,
  checkWebhookHealth,
  prune,
  sendMessageWhenDue,
  sweepMessages,
];
