import type { Tx } from "@/lib/db/client";
import { newId } from "@/lib/ids";

export type SystemMailContent = {
  subject: string;
  text: string;
  html: string;
};

/**
 * Puts one mail for each owner and admin of a project into the outbox. It commits with the change that it tells of, and
 * a key makes sure that nobody gets it twice, however often it is tried.
 * @param key what the mail is about: the same key never makes a second mail for the same person
 * @returns how many were new
 */
export async function queueSystemMail(
  tx: Tx,
  mail: { projectId: string; kind: string; key: string; content: SystemMailContent },
): Promise<number> {
  const recipients = await tx.member.findMany({
    where: { projectId: mail.projectId, role: { in: ["owner", "admin"] } },
    select: { user: { select: { id: true, email: true } } },
    orderBy: { userId: "asc" },
  });
  const { count } = await tx.systemMail.createMany({
    data: recipients.map(({ user }) => ({
      id: newId("mail"),
      projectId: mail.projectId,
      dedupeKey: `${mail.key} ${user.id}`,
      kind: mail.kind,
      to: user.email,
      ...mail.content,
    })),
    skipDuplicates: true,
  });
  return count;
}
