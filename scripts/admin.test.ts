import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { createUser } from "@/lib/auth/accounts";
import { verifyPassword } from "@/lib/auth/password-hash";
import { db } from "@/lib/db/client";
import { createTestDatabase } from "@/prisma/testing/test-database";

const { url } = await createTestDatabase();

/** A command of the shell on this file's database, with this on its standard input. */
async function run(
  args: string[],
  input = "",
  DATABASE_URL: string | undefined = url,
): Promise<[code: number, said: string]> {
  const child = spawn(process.execPath, ["--import", "tsx", ...args], {
    env: { PATH: process.env["PATH"], NODE_ENV: "production", ...(DATABASE_URL && { DATABASE_URL }) },
    stdio: "pipe",
  });
  child.stdin.end(input);
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "exit") as Promise<[number]>,
  ]);
  return [code, (out + err).trim()];
}

test("admin -- set-password sets what it is given, and ends every session", async () => {
  const email = "ada@example.com";
  const before = await createUser({ email, name: "Ada", password: "the password before" });
  const [code, said] = await run(["scripts/admin.ts", "set-password", email], "a brand new password\n");
  expect([code, said]).toEqual([
    0,
    `The password of ${email} is changed.\nEvery session of this account has ended.`,
  ]);
  const user = await db.user.findUniqueOrThrow({ where: { email } });
  expect(await verifyPassword(user.passwordHash, "a brand new password")).toBe(true);
  expect(user.id).toBe(before.id);
  expect(user.sessionVersion).toBeGreaterThan(1);
});

test("admin says what is wrong in a sentence, and ends with 1", async () => {
  expect(await run(["scripts/admin.ts"])).toEqual([1, "Usage: npm run admin -- set-password <e-mail>"]);
  const [code, said] = await run(
    ["scripts/admin.ts", "set-password", "nobody@example.com"],
    "long enough 1\n",
  );
  expect([code, said]).toEqual([1, expect.stringMatching(/^[^\n]+\.$/)]);
});

test("web and worker of their own say which variable they lack", async () => {
  const [code, said] = await run(["scripts/check-env.ts"], "", "");
  expect([code, said]).toEqual([1, expect.stringMatching(/^DATABASE_URL is not set\. /)]);
});
