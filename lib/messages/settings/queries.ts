import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { toTemplates } from "@/lib/messages/content/to-templates";
import { toMessageSettings } from "@/lib/messages/settings/read-message-settings";

/** What Settings > Messages shows. */
export async function getMessageSettings(access: Access) {
  const project = await db.project.findUniqueOrThrow({
    where: { id: access.projectId },
    select: {
      name: true,
      timezone: true,
      messageSettings: true,
      messageTemplates: true,
      members: {
        orderBy: [{ createdAt: "asc" }, { userId: "asc" }],
        select: { userId: true, user: { select: { name: true, email: true } } },
      },
    },
  });
  return {
    projectName: project.name,
    timeZone: project.timezone,
    settings: toMessageSettings(project.messageSettings),
    templates: toTemplates(project.messageTemplates),
    members: project.members.map(({ userId, user }) => ({ userId, ...user })),
  };
}

export type MessageSettingsView = Awaited<ReturnType<typeof getMessageSettings>>;
