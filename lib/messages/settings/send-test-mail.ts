import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { renderSample } from "@/lib/messages/settings/render-sample";
import type { TestMailInput } from "@/lib/messages/settings/schema";
import { requireWithinLimit } from "@/lib/rate-limit";

/**
 * Sends the typed mail to a member of the project: a mail of Starwire itself, no message and no event.
 * @throws AppError `invalid` for somebody who is no member; `too_many_requests` after 20 in 10 minutes
 */
export async function sendTestMail(access: Access, input: TestMailInput): Promise<{ to: string }> {
  const { projectId } = access;
  const member = await db.member.findFirst({
    where: { projectId, userId: input.userId },
    select: { user: { select: { name: true, email: true } } },
  });
  if (!member) throw new AppError("invalid", "A test goes to members of this project only.", "userId");
  await requireWithinLimit({ name: "test-mail", subject: [projectId], max: 20, windowMs: 600_000 });
  const { subject, body, linkStyle, postalAddress } = input;
  const mail = await renderSample(projectId, "email", {
    words: { subject, body },
    linkStyle,
    postalAddress,
    reader: { firstName: member.user.name, lastName: null },
  });
  const id = newId("mail");
  await db.systemMail.create({
    data: {
      id,
      projectId,
      dedupeKey: `test ${id}`,
      kind: "test",
      to: member.user.email,
      subject: `Test: ${mail.subject ?? mail.projectName}`,
      text: mail.text,
      html: mail.html ?? "",
    },
  });
  return { to: member.user.email };
}
