import type { Access } from "@/lib/auth/access";
import { db, type Tx } from "@/lib/db/client";
import type { MessageChannel, TemplateKind } from "@/lib/db/generated/enums";
import { BUILT_IN_TEMPLATES, type TemplateWords } from "@/lib/messages/content/built-in-templates";
import type { MessageSettingsInput } from "@/lib/messages/settings/schema";

/**
 * Saves how a project's messages are sent and what they say. Messages that are made already stay as they are. Words that
 * are the built-in ones leave no row, so that the project follows when those change.
 */
export async function saveMessageSettings(
  access: Access,
  { templates, ...settings }: MessageSettingsInput,
): Promise<void> {
  const { projectId } = access;
  await db.$transaction(async (tx) => {
    await tx.messageSettings.upsert({
      where: { projectId },
      create: { projectId, ...settings },
      update: settings,
    });
    for (const channel of ["email", "sms"] as const) {
      for (const kind of ["request", "reminder"] as const) {
        await saveWords(tx, { projectId, channel, kind }, templates[channel][kind]);
      }
    }
  });
}

async function saveWords(
  tx: Tx,
  key: { projectId: string; channel: MessageChannel; kind: TemplateKind },
  words: TemplateWords,
): Promise<void> {
  const builtIn = BUILT_IN_TEMPLATES[key.channel][key.kind];
  if (words.body === builtIn.body && words.subject === builtIn.subject) {
    await tx.messageTemplate.deleteMany({ where: key });
    return;
  }
  const data = { ...words, updatedAt: new Date() };
  await tx.messageTemplate.upsert({
    where: { projectId_channel_kind: key },
    create: { ...key, ...data },
    update: data,
  });
}
