import { env } from "@/lib/env";
import { logger } from "@/lib/logger";
import { testReceiver } from "@/lib/receiver/receiver-origin";
import type { WebhookSender } from "./attempt-outcome";
import { createWebhookSender } from "./http-attempt";

const USER_AGENT = "Starwire-Webhooks/1.0";

/** The sender of this installation, set up by its environment. @throws Error naming the setting that can't be used. */
export function createInstallationSender(): WebhookSender {
  return createWebhookSender({
    userAgent: USER_AGENT,
    allowedNets: env().WEBHOOK_ALLOWED_NETS,
    dnsServers: env().WEBHOOK_DNS_SERVERS,
    testReceiver,
    onUnexpected: (err) => logger.error({ err }, "a delivery attempt met a defect"),
  });
}
