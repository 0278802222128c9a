import type { AuditAction } from "@/lib/audit/audit-actions";
import type { Access } from "@/lib/auth/access";
import type { Tx } from "@/lib/db/client";
import type { AuditActor } from "@/lib/db/generated/enums";
import { newId } from "@/lib/ids";

type Value = string | number | boolean | null | readonly string[];

/** Who did it: a member, an API key, or Starwire itself. */
export type AuditBy =
  | Pick<Access, "projectId" | "userId" | "userName" | "apiKey">
  | { projectId: string; by: "system" };

export type AuditNews = {
  action: AuditAction;
  /** What it was done to; `name` is how people know it: a URL, an e-mail address. */
  target: { id: string; name: string };
  /** What changed, from and to, by field; never a secret. Fields that are the same in both are left out. */
  before?: Readonly<Record<string, Value>>;
  after?: Readonly<Record<string, Value>>;
  /** Why, when it wasn't a person's decision. */
  reason?: string;
};

/** Writes one entry into the audit log, inside the transaction of the change: neither is ever there without the other. */
export async function recordAudit(tx: Tx, by: AuditBy, news: AuditNews): Promise<void> {
  const { before, after } = onlyChanges(news);
  await tx.auditEntry.create({
    data: {
      id: newId("aud"),
      projectId: by.projectId,
      ...actorOf(by),
      action: news.action,
      targetId: news.target.id,
      targetName: news.target.name,
      ...(before ? { before } : {}),
      ...(after ? { after } : {}),
      reason: news.reason ?? null,
    },
  });
}

function actorOf(by: AuditBy): { actor: AuditActor; actorId: string | null; actorName: string } {
  if ("by" in by) return { actor: "system", actorId: null, actorName: "Starwire" };
  if (by.apiKey) return { actor: "api_key", actorId: by.apiKey.id, actorName: by.apiKey.name };
  return { actor: "user", actorId: by.userId, actorName: by.userName };
}

type Change = Record<string, string | number | boolean | null | string[]>;

function onlyChanges({ before, after }: AuditNews): { before: Change | null; after: Change | null } {
  const isSame = (key: string) =>
    before !== undefined && after !== undefined && JSON.stringify(before[key]) === JSON.stringify(after[key]);
  const differing = (fields: AuditNews["before"]): Change | null => {
    if (!fields) return null;
    const entries = Object.entries(fields).filter(([key]) => !isSame(key));
    return Object.fromEntries(
      entries.map(([key, value]) => [key, value !== null && typeof value === "object" ? [...value] : value]),
    );
  };
  return { before: differing(before), after: differing(after) };
}
