import { beforeEach, describe, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { forgetEnv } from "@/lib/env";
import { findSuppression } from "@/lib/suppressions/find-suppression";
import { liftSuppression, suppress } from "@/lib/suppressions/suppress";
import { createTestDatabase } from "@/prisma/testing/test-database";
import { createTestProject } from "@/prisma/testing/test-project";

await createTestDatabase();

const KEY = "an encryption key for this test only";

function useKey(key: string) {
  vi.stubEnv("ENCRYPTION_KEY", key);
  forgetEnv();
}

beforeEach(() => useKey(KEY));

describe("a suppressed address", () => {
  test("is found in any case of letters, on its channel and in its project only", async () => {
    const { projectId } = await createTestProject();
    const other = await createTestProject();
    await suppress(db, { projectId, channel: "email", address: "Jane@Example.com" }, "bounced");
    expect(await findSuppression(db, projectId, "email", "jane@example.COM")).toMatchObject({
      reason: "bounced",
    });
    expect(await findSuppression(db, projectId, "sms", "jane@example.com")).toBeNull();
    expect(await findSuppression(db, projectId, "email", "joe@example.com")).toBeNull();
    expect(await findSuppression(db, other.projectId, "email", "jane@example.com")).toBeNull();
  });

  test("keeps its first reason, and nothing that tells the address", async () => {
    const { projectId } = await createTestProject();
    const other = await createTestProject();
    const jane = { channel: "email", address: "jane@example.com" } as const;
    await suppress(db, { projectId, ...jane }, "complained");
    await suppress(db, { projectId, ...jane }, "unsubscribed");
    await suppress(db, { projectId: other.projectId, ...jane }, "unsubscribed");
    const rows = await db.suppression.findMany({
      where: { projectId: { in: [projectId, other.projectId] } },
    });
    expect(rows.find((row) => row.projectId === projectId)?.reason).toBe("complained");
    expect(new Set(rows.map((row) => row.addressHash)).size).toBe(2);
    expect(JSON.stringify(rows)).not.toMatch(/jane|example/);
  });

  test("is lifted by its person when they had asked for it, not when a mail server had", async () => {
    const { projectId } = await createTestProject();
    const jane = { projectId, channel: "email", address: "jane@example.com" } as const;
    const joe = { projectId, channel: "email", address: "joe@example.com" } as const;
    await suppress(db, jane, "unsubscribed");
    await suppress(db, joe, "bounced");
    expect(await liftSuppression(db, jane)).toBe(true);
    expect(await liftSuppression(db, joe)).toBe(false);
    expect(await liftSuppression(db, joe, ["bounced"])).toBe(true);
  });

  test("is found and lifted after the key was replaced", async () => {
    const { projectId } = await createTestProject();
    const jane = { projectId, channel: "sms", address: "+14155550123" } as const;
    await suppress(db, jane, "stopped");
    useKey(`a second encryption key for this test, ${KEY}`);
    expect(await findSuppression(db, projectId, "sms", jane.address)).toMatchObject({ reason: "stopped" });
    expect(await liftSuppression(db, jane)).toBe(true);
    expect(await findSuppression(db, projectId, "sms", jane.address)).toBeNull();
  });
});
