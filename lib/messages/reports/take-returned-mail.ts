import { env } from "@/lib/env";
import { logger } from "@/lib/logger";
import { readDeliveryStatus } from "@/lib/messages/reports/delivery-status";
import { badSignature } from "@/lib/messages/reports/inbound-door";
import { isBearer } from "@/lib/is-bearer";
import { takeReport } from "@/lib/messages/reports/take-report";
import { readBody } from "@/lib/read-body";

/**
 * A returned mail, as the mail server has it, with `Content-Type: message/rfc822` and the secret as bearer token. The same
 * mail is taken once. What is no final report about a message of ours is answered `ignored`, so that the server is content.
 * @returns what became of it
 */
export async function takeReturnedMail(request: Request): Promise<string> {
  if (!isBearer(request.headers.get("authorization"), env().EMAIL_WEBHOOK_SECRET)) throw badSignature();
  const raw = (await readBody(request)).toString("latin1");
  const status = await readDeliveryStatus(raw, new Date());
  if (!status) return "ignored";
  const result = await takeReport({ id: status.messageId }, status.report);
  if (result === "unknown_message") logger.warn("a delivery report about an e-mail that isn't ours");
  return result;
}

/** True for a request that brings a whole mail. */
export function bringsMail({ headers }: Request): boolean {
  return /^message\/rfc822\b/i.test(headers.get("content-type") ?? "");
}
