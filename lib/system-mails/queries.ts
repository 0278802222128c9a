import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";

const SHOWN = 100;

/** The latest mails that Starwire wrote for a project's people, newest first. */
export async function listSystemMails(access: Access) {
  return db.systemMail.findMany({
    where: { projectId: access.projectId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: SHOWN,
    select: { id: true, to: true, subject: true, text: true, createdAt: true, sentAt: true },
  });
}

export type SystemMailItem = Awaited<ReturnType<typeof listSystemMails>>[number];
