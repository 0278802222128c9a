import type { PrismaClient } from "@/lib/db/generated/client";
import type { MessageSettings as Stored } from "@/lib/db/generated/client";

/** How a project's messages are sent; one per project. */
export type MessageSettings = Omit<Stored, "projectId">;

/** What holds while a project has saved none. */
export const DEFAULT_MESSAGE_SETTINGS: MessageSettings = {
  senderName: "",
  replyTo: null,
  postalAddress: "",
  linkStyle: "stars",
  reminderDays: [3, 7, 14],
  smsFromMinute: 540,
  smsUntilMinute: 1_200,
};

/** A project's message settings, or the defaults when it has saved none. @param client the database or a transaction */
export async function readMessageSettings(
  client: Pick<PrismaClient, "messageSettings">,
  projectId: string,
): Promise<MessageSettings> {
  return toMessageSettings(await client.messageSettings.findUnique({ where: { projectId } }));
}

/** Stored settings without their key; none are the defaults. */
export function toMessageSettings(stored: Stored | null): MessageSettings {
  if (!stored) return DEFAULT_MESSAGE_SETTINGS;
  const { projectId: _projectId, ...settings } = stored;
  return settings;
}
