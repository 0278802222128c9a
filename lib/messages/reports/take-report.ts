import { db, type Tx } from "@/lib/db/client";
import type { Message } from "@/lib/db/generated/client";
import type { SuppressionReason } from "@/lib/db/generated/enums";
import { newId } from "@/lib/ids";
import { changeMessage } from "@/lib/messages/change-message";
import { RECIPIENT_STOPPED } from "@/lib/messages/drivers/twilio-failure";
import { lockMessages } from "@/lib/messages/lock-messages";
import type { MessageReport } from "@/lib/messages/reports/report";
import { hasLeft, reportPatch } from "@/lib/messages/reports/report-patch";
import { suppress } from "@/lib/suppressions/suppress";
import { withEvents } from "@/lib/webhooks/with-events";

/** A message by its own id, or by its provider's. */
export type ReportedMessage = { id: string } | { providers: string[]; providerMessageId: string };

/**
 * The one way in for what is said about a message, by a provider or the Outbox. The same report is taken once; what it
 * means is decided under the message's lock. Bounces and complaints suppress the address.
 * @returns what became of it; a report about a message that isn't ours changes nothing
 */
export async function takeReport(
  reported: ReportedMessage,
  report: MessageReport,
  now: Date = new Date(),
): Promise<"taken" | "known" | "unknown_message"> {
  const found = await findReported(reported);
  if (!found) return "unknown_message";
  const { id, projectId } = found;
  return withEvents(async (tx) => {
    // First, since the report's row shares this lock with every other report about the message.
    const [locked] = await lockMessages(tx, { ids: [id], projectId });
    if (!locked) return "unknown_message";
    const { count } = await tx.messageReport.createMany({
      data: {
        id: newId("rpt"),
        messageId: id,
        kind: report.kind,
        providerEventId: report.id,
        detail: report.detail,
        at: report.at,
      },
      skipDuplicates: true,
    });
    if (count === 0) return "known";
    const reason = suppressionReason(report);
    if (reason && hasLeft(locked.message)) await suppressAddress(tx, locked.message, reason);
    await changeMessage(tx, { id, projectId }, (message) => reportPatch(message, report, now));
    return "taken";
  });
}

async function findReported(reported: ReportedMessage) {
  const select = { id: true, projectId: true };
  if ("id" in reported) return db.message.findUnique({ where: { id: reported.id }, select });
  const { providers, providerMessageId } = reported;
  return db.message.findFirst({ where: { provider: { in: providers }, providerMessageId }, select });
}

function suppressionReason(report: MessageReport): SuppressionReason | null {
  if (report.kind === "complained") return "complained";
  if (report.kind === "bounced") return "bounced";
  return report.failure?.code === RECIPIENT_STOPPED ? "stopped" : null;
}

async function suppressAddress(tx: Tx, message: Message, reason: SuppressionReason): Promise<void> {
  const { projectId, channel, to } = message;
  await suppress(tx, { projectId, channel, address: to }, reason);
}
