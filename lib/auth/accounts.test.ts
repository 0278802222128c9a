import { expect, test } from "vitest";
import { createFirstAdmin, createUser, createWelcomeLink, setPassword } from "@/lib/auth/accounts";
import { checkPassword } from "@/lib/auth/check-password";
import { consumeWelcomeLink, isWelcomeLinkUsable } from "@/lib/auth/welcome-link";
import { db } from "@/lib/db/client";
import { createTestDatabase } from "@/prisma/testing/test-database";

await createTestDatabase();

test("the first admin is created once, also by processes that start together", async () => {
  const made = await Promise.all(
    Array.from({ length: 5 }, () => createFirstAdmin("admin@localhost", "kite-marble-orbit")),
  );
  expect(made.filter(Boolean)).toHaveLength(1);
  expect(await db.user.count()).toBe(1);
  await expect(
    checkPassword({ email: " Admin@Localhost ", password: "kite-marble-orbit" }, "a"),
  ).resolves.toEqual({ id: made.find(Boolean)?.id });
});

test("an e-mail address has one account, whatever its case", async () => {
  await createUser({ email: "ada@example.com", name: "Ada", password: "a long enough one" });
  await expect(
    createUser({ email: "ADA@example.com", name: "Ada", password: "a long enough one" }),
  ).rejects.toMatchObject({ code: "conflict", field: "email" });
});

test("an unknown e-mail and a wrong password are refused in the same words", async () => {
  const refusals = await Promise.all(
    ["ada@example.com", "nobody@example.com"].map((email) =>
      checkPassword({ email, password: "not the password" }, "b").catch((error: unknown) => error),
    ),
  );
  expect(refusals[0]).toMatchObject({ code: "invalid", message: "That e-mail and password don't match." });
  expect(refusals[1]).toEqual(refusals[0]);
});

test("after ten tries from one address the eleventh is refused, even with the right password", async () => {
  const tries = await Promise.allSettled(
    Array.from({ length: 10 }, () => checkPassword({ email: "ada@example.com", password: "wrong" }, "c")),
  );
  expect(tries.every((each) => each.status === "rejected")).toBe(true);
  const right = { email: "ada@example.com", password: "a long enough one" };
  await expect(checkPassword(right, "c")).rejects.toMatchObject({ code: "too_many_requests" });
  await expect(checkPassword(right, "another address")).resolves.toBeDefined();
});

test("a set password counts at once and raises the session version", async () => {
  const { id } = await createUser({
    email: "grace@example.com",
    name: "Grace",
    password: "the first password",
  });
  await setPassword({ email: "grace@example.com" }, "the second password");
  expect(await db.user.findUniqueOrThrow({ where: { id } })).toMatchObject({ sessionVersion: 2 });
  await expect(
    checkPassword({ email: "grace@example.com", password: "the first password" }, "d"),
  ).rejects.toMatchObject({ code: "invalid" });
  await expect(
    checkPassword({ email: "grace@example.com", password: "the second password" }, "d"),
  ).resolves.toEqual({ id });
  await expect(setPassword({ email: "nobody@example.com" }, "the second password")).rejects.toMatchObject({
    code: "not_found",
  });
});

test("a welcome link signs in once, however many open it at the same moment", async () => {
  const { id } = await createUser({ email: "once@example.com", name: "Once", password: "a long enough one" });
  const token = await createWelcomeLink(id);
  expect(await isWelcomeLinkUsable(token)).toBe(true);
  const uses = await Promise.all(Array.from({ length: 8 }, () => consumeWelcomeLink(token)));
  expect(uses.filter(Boolean)).toEqual([{ id }]);
  expect(await isWelcomeLinkUsable(token)).toBe(false);
});

test("a welcome link ends after 15 minutes, and only its hash is kept", async () => {
  const { id } = await createUser({ email: "late@example.com", name: "Late", password: "a long enough one" });
  const token = await createWelcomeLink(id);
  const link = await db.signInLink.findFirstOrThrow({ where: { userId: id } });
  expect(JSON.stringify(link)).not.toContain(token);
  expect(link.expiresAt.getTime() - link.createdAt.getTime()).toBeLessThanOrEqual(15 * 60_000 + 1000);
  await db.signInLink.update({ where: { id: link.id }, data: { expiresAt: new Date(Date.now() - 1) } });
  expect(await consumeWelcomeLink(token)).toBeNull();
  expect(await consumeWelcomeLink("unknown")).toBeNull();
});
