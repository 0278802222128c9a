import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import type { MessageDriver, OutgoingEmail } from "@/lib/messages/drivers/message-driver";
import { messageDrivers } from "@/lib/messages/drivers/message-drivers";
import { senderMailbox } from "@/lib/messages/sending/sender-address";
import { renderSample } from "@/lib/messages/settings/render-sample";
import type { TestMailInput } from "@/lib/messages/settings/schema";
import { requireWithinLimit } from "@/lib/rate-limit";

/**
 * Sends the typed mail to a member of the project: a mail of Starwire itself, no message and no event. Where mail leaves
 * this server it is handed over at once, so that whoever waits for it reads what the mail server said.
 * @throws AppError `invalid` for somebody who is no member, or with the mail server's refusal; `too_many_requests` after
 *   20 in 10 minutes
 */
export async function sendTestMail(
  access: Access,
  input: TestMailInput,
  driver: MessageDriver<OutgoingEmail> = messageDrivers().email,
): Promise<{ to: string }> {
  const { projectId } = access;
  const member = await db.member.findFirst({
    where: { projectId, userId: input.userId },
    select: { user: { select: { name: true, email: true } } },
  });
  if (!member) throw new AppError("invalid", "A test goes to members of this project only.", "userId");
  await requireWithinLimit({ name: "test-mail", subject: [projectId], max: 20, windowMs: 600_000 });
  const { name, email } = member.user;
  const { subject, body, linkStyle, postalAddress } = input;
  const mail = await renderSample(projectId, "email", {
    words: { subject, body },
    linkStyle,
    postalAddress,
    reader: { firstName: name, lastName: null },
  });
  const id = newId("mail");
  const content = {
    subject: `Test: ${mail.subject ?? mail.projectName}`,
    text: mail.text,
    html: mail.html ?? "",
  };
  if (driver.isReal) {
    const from = senderMailbox({ projectName: mail.projectName, senderName: input.senderName });
    const outcome = await driver.send({ id, from, to: { name, address: email }, headers: {}, ...content });
    if (outcome.kind !== "accepted") throw new AppError("invalid", outcome.failure.message);
  }
  await db.systemMail.create({
    data: {
      id,
      projectId,
      dedupeKey: `test ${id}`,
      kind: "test",
      to: email,
      sentAt: driver.isReal ? new Date() : null,
      ...content,
    },
  });
  return { to: email };
}
