import type { Access } from "@/lib/auth/access";
import { hasPermission } from "@/lib/auth/permissions";
import { db } from "@/lib/db/client";
import { lacksPostalAddress } from "@/lib/messages/postal-address";
import { outboxChannels } from "@/lib/messages/outbox-channels";
import { readMessageSettings } from "@/lib/messages/settings/read-message-settings";

/** What the form that asks for a review needs to know. */
export async function getAskFacts(access: Access) {
  const [project, settings] = await Promise.all([
    db.project.findUniqueOrThrow({ where: { id: access.projectId }, select: { timezone: true } }),
    readMessageSettings(db, access.projectId),
  ]);
  return {
    /** IANA name; times are given in it. */
    timeZone: project.timezone,
    /** Days after the request at which reminder 1, 2, 3 leave. */
    reminderDays: settings.reminderDays,
    /** Channels whose messages stay on this server. */
    outbox: outboxChannels(),
    /** E-mails can't leave before the project has one. */
    lacksPostalAddress: lacksPostalAddress(settings),
    canManageSettings: hasPermission(access.role, "manage_settings"),
    /** May send SMS in quiet hours. */
    canOverride: hasPermission(access.role, "override_messages"),
  };
}

export type AskFacts = Awaited<ReturnType<typeof getAskFacts>>;
