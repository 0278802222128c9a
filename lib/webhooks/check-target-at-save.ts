import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { testReceiver } from "@/lib/receiver/receiver-origin";
import { createAddressRules } from "@/lib/webhooks/address-rules";
import { checkWebhookAddress } from "@/lib/webhooks/check-webhook-address";
import { createHostLookup } from "@/lib/webhooks/lookup-host";
import { parseWebhookUrl, WEBHOOK_URL_ERRORS } from "@/lib/webhooks/webhook-url";

/**
 * Refuses a URL whose address can't be reached by the rules of this installation. Asks DNS for at most a second, so
 * call it before a transaction, never inside one.
 * @throws AppError `invalid` on the field `url`.
 */
export async function checkTargetAtSave(url: string): Promise<void> {
  const parsed = parseWebhookUrl(url);
  if (!parsed.ok) throw new AppError("invalid", WEBHOOK_URL_ERRORS[parsed.error], "url");
  const refusal = await checkWebhookAddress(parsed.value, {
    lookup: createHostLookup(env().WEBHOOK_DNS_SERVERS),
    rules: createAddressRules(env().WEBHOOK_ALLOWED_NETS),
    exemptOrigin: testReceiver()?.origin ?? null,
  });
  if (refusal) throw new AppError("invalid", refusal, "url");
}
