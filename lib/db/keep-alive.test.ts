import { Socket } from "node:net";
import { afterAll, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { listenToChannel } from "@/lib/db/listen-to-channel";
import { closeSql, sql } from "@/lib/db/sql";
import { createTestDatabase } from "@/prisma/testing/test-database";

await createTestDatabase();
afterAll(closeSql);

async function listen(): Promise<void> {
  let close = async () => {};
  await new Promise<void>((resolve, reject) => {
    const listener = listenToChannel("keep_alive", {
      onPayload: () => {},
      onBack: resolve,
      onFailure: reject,
    });
    close = () => listener.close();
  });
  await close();
}

test.each([
  ["of the machinery", () => sql("select 1")],
  ["that listens", listen],
  ["of Prisma", () => Promise.all([1, 2, 3].map(() => db.$queryRaw`select pg_sleep(0.05)::text`))],
] as const)("a connection %s is probed while it is silent", async (_, connect) => {
  const setKeepAlive = vi.spyOn(Socket.prototype, "setKeepAlive");
  await connect();
  expect(setKeepAlive.mock.calls).toContainEqual([true, 10_000]);
  setKeepAlive.mockRestore();
});
