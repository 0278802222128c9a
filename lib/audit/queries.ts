import type { z } from "zod";
import type { listAuditInput, webhookHistoryInput } from "@/lib/audit/schema";
import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import type { AuditEntry } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";

const PAGE_SIZE = 50;
const HISTORY_SHOWN_MAX = 50;

export type AuditItem = Pick<
  AuditEntry,
  "id" | "at" | "actor" | "actorName" | "action" | "targetName" | "reason"
> & {
  /** Fields that changed, with their values in words. */
  changes: { field: string; before: string | null; after: string | null }[];
};

/** One page of a project's audit log, newest first. */
export async function listAudit(access: Access, input: z.output<typeof listAuditInput>) {
  const { topic, actor, from, until, after } = input;
  const rows = await db.auditEntry.findMany({
    where: {
      projectId: access.projectId,
      ...(topic ? { action: { startsWith: `${topic}.` } } : {}),
      ...(actor === "system" ? { actor: "system" as const } : actor ? { actorId: actor } : {}),
      ...(from || until ? { at: { ...(from ? { gte: from } : {}), ...(until ? { lt: until } : {}) } } : {}),
      ...(after ? { id: { lt: after } } : {}),
    },
    orderBy: { id: "desc" },
    take: PAGE_SIZE + 1,
  });
  const page = rows.slice(0, PAGE_SIZE);
  return {
    entries: page.map(toItem),
    nextAfter: rows.length > PAGE_SIZE ? (page.at(-1)?.id ?? null) : null,
  };
}

/**
 * What was done to one webhook, also a deleted one, by whom and why, newest first; single deliveries sent again are told
 * by their own page and the audit log, and would only hide the rest here.
 * @throws AppError `not_found`
 */
export async function listWebhookHistory(
  { projectId }: Access,
  { webhookId }: z.output<typeof webhookHistoryInput>,
): Promise<AuditItem[]> {
  if ((await db.webhook.count({ where: { id: webhookId, projectId } })) === 0)
    throw new AppError("not_found");
  const rows = await db.auditEntry.findMany({
    where: { projectId, targetId: webhookId, action: { not: "webhook.delivery_resent" } },
    orderBy: { id: "desc" },
    take: HISTORY_SHOWN_MAX,
  });
  return rows.map(toItem);
}

/** Who appears in the log: those who are or were members. */
export async function listAuditActors(access: Access): Promise<{ id: string; name: string }[]> {
  const members = await db.member.findMany({
    where: { projectId: access.projectId },
    select: { user: { select: { id: true, name: true } } },
    orderBy: { createdAt: "asc" },
  });
  return members.map(({ user }) => user);
}

function toItem(entry: AuditEntry): AuditItem {
  const { id, at, actor, actorName, action, targetName, reason } = entry;
  const before = fieldsOf(entry.before);
  const after = fieldsOf(entry.after);
  const fields = [...new Set([...before.keys(), ...after.keys()])];
  return {
    id,
    at,
    actor,
    actorName,
    action,
    targetName,
    reason,
    changes: fields.map((field) => ({
      field,
      before: before.get(field) ?? null,
      after: after.get(field) ?? null,
    })),
  };
}

function fieldsOf(stored: unknown): Map<string, string> {
  if (typeof stored !== "object" || stored === null) return new Map();
  return new Map(
    Object.entries(stored).map(([field, value]) => [
      field,
      Array.isArray(value) ? value.join(", ") : String(value ?? "none"),
    ]),
  );
}
