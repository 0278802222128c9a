import { beforeEach, expect, test, vi } from "vitest";
import { listAudit, listWebhookHistory } from "@/lib/audit/queries";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/ids";
import { joinAsUser } from "@/lib/members/accept-invitation";
import { changeRole, inviteMember, removeMember, revokeInvitation } from "@/lib/members/commands";
import { createWebhook } from "@/lib/webhooks/commands/create-webhook";
import { deleteWebhook } from "@/lib/webhooks/commands/delete-webhook";
import { editWebhook } from "@/lib/webhooks/commands/edit-webhook";
import { endSecretOverlap } from "@/lib/webhooks/commands/end-secret-overlap";
import { revealSecret } from "@/lib/webhooks/commands/reveal-secret";
import { rotateSecret } from "@/lib/webhooks/commands/rotate-secret";
import { switchWebhook } from "@/lib/webhooks/commands/switch-webhook";
import { turnOffWebhook } from "@/lib/webhooks/turn-off-webhook";
import { createTestDatabase } from "@/prisma/testing/test-database";
import { createTestProject } from "@/prisma/testing/test-project";

vi.stubEnv("ENCRYPTION_KEY", "a key for tests that has at least 32 characters");
vi.stubEnv("APP_URL", "https://reviews.example.com");
await createTestDatabase();

const url = "https://93.184.216.34/hooks";
let access: Access;

beforeEach(async () => {
  access = await createTestProject("owner");
});

const log = async (more: object = {}) => (await listAudit(access, more)).entries;

test("a webhook's life is told by who, what, when and why, and holds no secret", async () => {
  const { id: webhookId, secret } = await createWebhook(access, { url });
  await editWebhook(access, { webhookId, events: { types: ["review-created"], alsoLater: false } });
  await editWebhook(access, { webhookId, events: { types: ["review-created"], alsoLater: false } });
  await switchWebhook(access, { webhookId, isOn: false });
  await switchWebhook(access, { webhookId, isOn: true });
  await switchWebhook(access, { webhookId, isOn: true });
  await revealSecret(access, { webhookId });
  const rotated = await rotateSecret(access, { webhookId });
  expect(await endSecretOverlap(access, { webhookId })).toEqual({ ended: true });
  expect(await endSecretOverlap(access, { webhookId })).toEqual({ ended: false });
  expect((await revealSecret(access, { webhookId })).secret).toBe(rotated.secret);
  await turnOffWebhook(webhookId, { reason: "gone", url });
  await deleteWebhook(access, { webhookId });
  const history = await listWebhookHistory(access, { webhookId });
  expect(history.map(({ action, actorName }) => [action, actorName])).toEqual([
    ["webhook.deleted", "Ada"],
    ["webhook.turned_off", "Starwire"],
    ["webhook.secret_revealed", "Ada"],
    ["webhook.secret_overlap_ended", "Ada"],
    ["webhook.secret_rotated", "Ada"],
    ["webhook.secret_revealed", "Ada"],
    ["webhook.switched_on", "Ada"],
    ["webhook.switched_off", "Ada"],
    ["webhook.edited", "Ada"],
    ["webhook.created", "Ada"],
  ]);
  expect(history[1]?.reason).toBe("It answered 410 Gone.");
  expect(history[8]?.changes).toEqual([{ field: "events", before: "all", after: "review-created" }]);
  expect(await log()).toEqual(history);
  const stored = JSON.stringify(await db.auditEntry.findMany());
  for (const each of [secret, rotated.secret]) expect(stored).not.toContain(each.slice(6));
});

test("members are told from invitation to removal", async () => {
  await inviteMember(access, { email: "no@example.com", role: "viewer" });
  const [open] = await db.signInLink.findMany({ where: { projectId: access.projectId } });
  await revokeInvitation(access, { id: open?.id ?? "" });
  const { token } = await inviteMember(access, { email: "grace@example.com", role: "manager" });
  const userId = newId("usr");
  await db.user.create({ data: { id: userId, name: "Grace", email: "grace@example.com" } });
  await joinAsUser(token, userId);
  await changeRole(access, { userId, role: "admin" });
  await removeMember(access, { userId });
  expect((await log()).map(({ action, actorName, targetName }) => [action, actorName, targetName])).toEqual([
    ["member.removed", "Ada", "Grace (grace@example.com)"],
    ["member.role_changed", "Ada", "Grace (grace@example.com)"],
    ["member.added", "Grace", "grace@example.com"],
    ["member.invited", "Ada", "grace@example.com"],
    ["member.invitation_revoked", "Ada", "no@example.com"],
    ["member.invited", "Ada", "no@example.com"],
  ]);
  expect((await log())[1]?.changes).toEqual([{ field: "role", before: "manager", after: "admin" }]);
  expect(JSON.stringify(await db.auditEntry.findMany())).not.toContain(token);
});

test("an entry stands and falls with its change", async () => {
  await expect(
    db.$transaction(async (tx) => {
      await recordAudit(tx, access, { action: "api_key.created", target: { id: "key_1", name: "Shop" } });
      throw new Error("rolled back");
    }),
  ).rejects.toThrow("rolled back");
  expect(await log()).toEqual([]);
});

test("is read page by page, narrowed by topic, actor and time, and belongs to its project", async () => {
  const keyed = { ...access, apiKey: { id: "key_1", name: "Shop" } };
  for (let count = 0; count < 60; count += 1) {
    const target = { id: `whk_${count}`, name: url };
    await db.$transaction((tx) =>
      recordAudit(tx, count % 2 ? access : keyed, { action: "webhook.edited", target, after: { count } }),
    );
  }
  await db.$transaction((tx) =>
    recordAudit(
      tx,
      { projectId: access.projectId, by: "system" },
      { action: "webhook.turned_off", target: { id: "whk_1", name: url } },
    ),
  );
  const first = await listAudit(access, {});
  const second = await listAudit(access, { after: first.nextAfter ?? undefined });
  expect([first.entries.length, second.entries.length, second.nextAfter]).toEqual([50, 11, null]);
  expect(new Set([...first.entries, ...second.entries].map(({ id }) => id)).size).toBe(61);
  expect(await log({ topic: "member" })).toEqual([]);
  expect((await log({ actor: "system" })).map(({ action }) => action)).toEqual(["webhook.turned_off"]);
  expect(await log({ actor: access.userId })).toHaveLength(30);
  expect(await log({ until: new Date(Date.now() - 3_600_000) })).toEqual([]);
  const stranger = await createTestProject("owner");
  expect((await listAudit(stranger, {})).entries).toEqual([]);
  const { id: webhookId } = await createWebhook(access, { url });
  await expect(listWebhookHistory(stranger, { webhookId })).rejects.toMatchObject({ code: "not_found" });
});
