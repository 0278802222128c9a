import { z } from "zod";
import { AppError } from "@/lib/errors";
import { logger } from "@/lib/logger";
import { answerInbound, badSignature } from "@/lib/messages/reports/inbound-door";
import { emailReportSecrets } from "@/lib/messages/reports/inbound-secrets";
import { OWN_ID } from "@/lib/messages/reports/delivery-status";
import { takeReport } from "@/lib/messages/reports/take-report";
import { bringsMail, takeReturnedMail } from "@/lib/messages/reports/take-returned-mail";
import { isSignedWebhook } from "@/lib/messages/reports/verify-signature";
import { readBody } from "@/lib/read-body";

const KIND_OF = {
  "email.sent": "sent",
  "email.delivered": "delivered",
  "email.bounced": "bounced",
  "email.complained": "complained",
  "email.opened": "opened",
} as const;

const reportBody = z.object({
  type: z.string(),
  timestamp: z.iso.datetime({ offset: true }).optional(),
  data: z.object({
    /** `msg_…`, the mail's Message-ID, or what the provider calls it. */
    message_id: z.string().min(1).max(500),
    detail: z.string().max(1_000).nullish(),
  }),
});

/**
 * `POST /api/inbound/email`: what an e-mail provider tells of a mail, in the form of Standard Webhooks:
 * `{ type: "email.delivered", timestamp, data: { message_id, detail } }`. Taken once per `webhook-id`. A type or a message
 * that we don't know is answered 200, so that it isn't sent again. A whole mail (`message/rfc822`) is one that was returned.
 */
export async function answerEmailReport(request: Request): Promise<Response> {
  return answerInbound(async () => {
    if (bringsMail(request)) return answered(await takeReturnedMail(request));
    const body = await readBody(request);
    if (!isSignedWebhook(request.headers, body, emailReportSecrets())) throw badSignature();
    const { type, timestamp, data } = readReport(body);
    const kind = Object.entries(KIND_OF).find(([name]) => name === type)?.[1];
    if (!kind) return answered("ignored");
    const ownId = OWN_ID.exec(data.message_id)?.[0];
    const result = await takeReport(
      ownId ? { id: ownId } : { providers: ["smtp"], providerMessageId: data.message_id },
      {
        id: `email:${request.headers.get("webhook-id")}`,
        kind,
        at: timestamp ? new Date(timestamp) : new Date(),
        detail: data.detail ?? null,
        failure: kind === "bounced" ? bounced(data.detail ?? null) : null,
      },
    );
    if (result === "unknown_message") logger.warn({ kind }, "a report about an e-mail that isn't ours");
    return answered(result);
  });
}

function readReport(body: Buffer): z.output<typeof reportBody> {
  let json: unknown;
  try {
    json = JSON.parse(body.toString("utf8"));
  } catch {
    throw new AppError("invalid", "The body isn't JSON.");
  }
  const parsed = reportBody.safeParse(json);
  if (!parsed.success) throw new AppError("invalid", z.prettifyError(parsed.error));
  return parsed.data;
}

function bounced(detail: string | null) {
  const message = detail ? `It was returned: ${detail.slice(0, 300)}` : "It was returned as undeliverable.";
  return { code: "bounced", message, providerCode: null };
}

function answered(result: string): Response {
  return Response.json({ result }, { headers: { "cache-control": "no-store" } });
}
