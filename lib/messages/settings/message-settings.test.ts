import { expect, test } from "vitest";
import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/ids";
import { createSmtpDriver, SMTP_SETTINGS } from "@/lib/messages/drivers/smtp-driver";
import { BUILT_IN_TEMPLATES } from "@/lib/messages/content/built-in-templates";
import { saveMessageSettings } from "@/lib/messages/settings/commands";
import { getMessageSettings } from "@/lib/messages/settings/queries";
import { DEFAULT_MESSAGE_SETTINGS, readMessageSettings } from "@/lib/messages/settings/read-message-settings";
import { messageSettingsInput } from "@/lib/messages/settings/schema";
import { sendTestMail } from "@/lib/messages/settings/send-test-mail";
import { startSmtpServer } from "@/lib/messages/testing/smtp-servers";
import { createRatingLinkFixture } from "@/prisma/testing/rating-link-fixture";
import { createTestDatabase } from "@/prisma/testing/test-database";

await createTestDatabase();

async function openProject(): Promise<Access> {
  const { project } = await createRatingLinkFixture();
  const id = newId("usr");
  await db.user.create({ data: { id, name: "Ada", email: `${id.toLowerCase()}@example.com` } });
  await db.member.create({ data: { projectId: project.id, userId: id, role: "admin" } });
  return { userId: id, userName: "Ada", projectId: project.id, projectSlug: project.slug, role: "admin" };
}

const valid = { ...DEFAULT_MESSAGE_SETTINGS, replyTo: "", templates: BUILT_IN_TEMPLATES };
const parse = (changed: object) => messageSettingsInput.safeParse({ ...valid, ...changed });
const parsed = (changed: object) => messageSettingsInput.parse({ ...valid, ...changed });

test("a project that saved nothing has the defaults, one that saved reads its own", async () => {
  const access = await openProject();
  expect(await readMessageSettings(db, access.projectId)).toEqual(DEFAULT_MESSAGE_SETTINGS);
  await saveMessageSettings(access, parsed({ senderName: " Rolls\r\nInc ", replyTo: "A@Example.com" }));
  expect(await readMessageSettings(db, access.projectId)).toEqual({
    ...DEFAULT_MESSAGE_SETTINGS,
    senderName: "Rolls Inc",
    replyTo: "a@example.com",
  });
});

test("words of a project's own are kept beside the built-in ones, and leave no row once they are those again", async () => {
  const access = await openProject();
  const other = await openProject();
  const sms = { ...valid.templates.sms, request: { subject: null, body: "Rate: {{rating_link}}" } };
  await saveMessageSettings(access, parsed({ templates: { ...valid.templates, sms } }));
  const { templates } = await getMessageSettings(access);
  expect(templates.sms.request.body).toBe("Rate: {{rating_link}}");
  expect(templates.sms.reminder).toEqual(BUILT_IN_TEMPLATES.sms.reminder);
  expect((await getMessageSettings(other)).templates).toEqual(BUILT_IN_TEMPLATES);
  await saveMessageSettings(access, parsed({}));
  expect(await db.messageTemplate.count({ where: { projectId: access.projectId } })).toBe(0);
});

test.each([
  [{ replyTo: "a@example.com, b@example.com" }, "replyTo"],
  [{ replyTo: "a@example.com\r\nBcc: b@example.com" }, "replyTo"],
  [{ reminderDays: [3, 3, 14] }, "reminderDays.1"],
  [{ reminderDays: [0, 3, 14] }, "reminderDays.0"],
  [{ reminderDays: [Number.NaN, 3, 14] }, "reminderDays.0"],
  [{ reminderDays: [3, 7] }, "reminderDays"],
  [{ smsFromMinute: Number.NaN }, "smsFromMinute"],
  [{ smsUntilMinute: 1_440 }, "smsUntilMinute"],
  [{ postalAddress: "x".repeat(501) }, "postalAddress"],
])("refuses %j", (changed, field) => {
  const paths = parse(changed).error?.issues.map(({ path }) => path.join("."));
  expect(paths).toContain(field);
});

test("where mail leaves this server, a test does so at once, or says why it couldn't", async () => {
  const access = await openProject();
  const mail = {
    userId: access.userId,
    subject: "Rolls?",
    body: "{{rating_links}}",
    senderName: "Rolls, Inc",
    postalAddress: "",
    linkStyle: "stars",
  } as const;
  let reply: { at: "RCPT"; code: number; text: string } | null = null;
  const server = await startSmtpServer(() => reply);
  const driver = createSmtpDriver({ ...SMTP_SETTINGS, url: server.url });
  await sendTestMail(access, mail, driver);
  expect(server.mails).toHaveLength(1);
  expect(server.mails[0]?.raw).toContain('From: "Rolls, Inc" <');
  const [sent] = await db.systemMail.findMany({ where: { projectId: access.projectId } });
  expect(sent?.sentAt).toBeInstanceOf(Date);
  reply = { at: "RCPT", code: 550, text: "5.1.1 No such user" };
  await expect(sendTestMail(access, mail, driver)).rejects.toThrow(/No such user/);
  expect(await db.systemMail.count({ where: { projectId: access.projectId } })).toBe(1);
  await driver.close();
  await server.close();
});

test("a test goes to members of this project only", async () => {
  const access = await openProject();
  const stranger = await openProject();
  const mail = {
    subject: "Hi {{first_name}}\r\nBcc: x",
    body: "{{rating_links}}",
    senderName: "Rolls",
    postalAddress: "",
    linkStyle: "stars",
  } as const;
  await expect(sendTestMail(access, { ...mail, userId: stranger.userId })).rejects.toMatchObject({
    code: "invalid",
    field: "userId",
  });
  await sendTestMail(access, { ...mail, userId: access.userId });
  const [sent] = await db.systemMail.findMany({ where: { projectId: access.projectId } });
  expect(sent).toMatchObject({ kind: "test", subject: "Test: Hi Ada Bcc: x" });
  expect(await db.systemMail.count({ where: { projectId: stranger.projectId } })).toBe(0);
});
