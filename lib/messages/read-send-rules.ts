import type { Tx } from "@/lib/db/client";
import type { SendRules } from "@/lib/messages/send-times";
import { readMessageSettings } from "@/lib/messages/settings/read-message-settings";

/** When a project's SMS may leave. */
export async function readSendRules(
  client: Tx,
  projectId: string,
): Promise<Pick<SendRules, "timeZone" | "settings">> {
  const { timezone } = await client.project.findUniqueOrThrow({
    where: { id: projectId },
    select: { timezone: true },
  });
  return { timeZone: timezone, settings: await readMessageSettings(client, projectId) };
}
