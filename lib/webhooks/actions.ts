"use server";

import { projectAction } from "@/lib/actions/project-action";
import { cancelReplay } from "@/lib/webhooks/commands/cancel-replay";
import { createWebhook } from "@/lib/webhooks/commands/create-webhook";
import { deleteWebhook } from "@/lib/webhooks/commands/delete-webhook";
import { editWebhook } from "@/lib/webhooks/commands/edit-webhook";
import { endSecretOverlap } from "@/lib/webhooks/commands/end-secret-overlap";
import { replayHeld } from "@/lib/webhooks/commands/replay-held";
import { resendDelivery } from "@/lib/webhooks/commands/resend-delivery";
import { revealSecret } from "@/lib/webhooks/commands/reveal-secret";
import { rotateSecret } from "@/lib/webhooks/commands/rotate-secret";
import { sendTestEvent } from "@/lib/webhooks/commands/send-test-event";
import { skipHeld } from "@/lib/webhooks/commands/skip-held";
import { startReplay } from "@/lib/webhooks/commands/start-replay";
import { switchWebhook } from "@/lib/webhooks/commands/switch-webhook";
import { countReplay } from "@/lib/webhooks/queries/count-replay";
import { getDelivery } from "@/lib/webhooks/queries/get-delivery";
import { getWebhook } from "@/lib/webhooks/queries/get-webhook";
import { getWebhookStats } from "@/lib/webhooks/queries/get-webhook-stats";
import { listDeliveries } from "@/lib/webhooks/queries/list-deliveries";
import { listReplays } from "@/lib/webhooks/queries/list-replays";
import { listTroubledWebhooks } from "@/lib/webhooks/queries/list-troubled-webhooks";
import { listWebhookNames } from "@/lib/webhooks/queries/list-webhook-names";
import { listWebhooks } from "@/lib/webhooks/queries/list-webhooks";
import { listDeliveriesInput } from "@/lib/webhooks/delivery-filters";
import { oneReplayInput, replayInput } from "@/lib/webhooks/replay-schema";
import {
  createWebhookInput,
  editWebhookInput,
  noInput,
  oneDeliveryInput,
  oneWebhookInput,
  sendTestEventInput,
  switchWebhookInput,
} from "@/lib/webhooks/schema";

const permission = "manage_api";

export const listWebhooksAction = projectAction({ permission, input: noInput }, listWebhooks);

export const listTroubledWebhooksAction = projectAction({ permission, input: noInput }, listTroubledWebhooks);

export const listWebhookNamesAction = projectAction({ permission, input: noInput }, listWebhookNames);

export const getWebhookAction = projectAction({ permission, input: oneWebhookInput }, getWebhook);

export const getWebhookStatsAction = projectAction({ permission, input: oneWebhookInput }, (access, input) =>
  getWebhookStats(access, input),
);

export const createWebhookAction = projectAction({ permission, input: createWebhookInput }, createWebhook);

export const editWebhookAction = projectAction({ permission, input: editWebhookInput }, editWebhook);

export const switchWebhookAction = projectAction({ permission, input: switchWebhookInput }, switchWebhook);

export const deleteWebhookAction = projectAction({ permission, input: oneWebhookInput }, deleteWebhook);

export const revealSecretAction = projectAction({ permission, input: oneWebhookInput }, revealSecret);

export const rotateSecretAction = projectAction({ permission, input: oneWebhookInput }, rotateSecret);

export const endSecretOverlapAction = projectAction({ permission, input: oneWebhookInput }, endSecretOverlap);

export const sendTestEventAction = projectAction({ permission, input: sendTestEventInput }, sendTestEvent);

export const replayHeldAction = projectAction({ permission, input: oneWebhookInput }, replayHeld);

export const skipHeldAction = projectAction({ permission, input: oneWebhookInput }, skipHeld);

export const resendDeliveryAction = projectAction({ permission, input: oneDeliveryInput }, resendDelivery);

export const listDeliveriesAction = projectAction({ permission, input: listDeliveriesInput }, listDeliveries);

export const getDeliveryAction = projectAction({ permission, input: oneDeliveryInput }, getDelivery);

export const listReplaysAction = projectAction({ permission, input: oneWebhookInput }, listReplays);

export const countReplayAction = projectAction({ permission, input: replayInput }, countReplay);

export const startReplayAction = projectAction({ permission, input: replayInput }, startReplay);

export const cancelReplayAction = projectAction({ permission, input: oneReplayInput }, cancelReplay);
