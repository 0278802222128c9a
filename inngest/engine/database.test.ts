import { Socket } from "node:net";
import { expect, test, vi } from "vitest";
import { createTestDatabase } from "@/prisma/testing/test-database";
import { openDatabase } from "./database";
import { listenForWakes } from "./wake-listener";

const { url } = await createTestDatabase();

async function ask(): Promise<void> {
  const database = openDatabase(url, 1, () => {});
  await database.query({ name: "one", text: "select 1" }, []);
  await database.close();
}

async function listen(): Promise<void> {
  let close = async () => {};
  await new Promise<void>((resolve) => (close = listenForWakes(url, resolve)));
  await close();
}

test.each([
  ["that asks", ask],
  ["that listens", listen],
] as const)("a connection of the engine %s is probed while it is silent", async (_, connect) => {
  const setKeepAlive = vi.spyOn(Socket.prototype, "setKeepAlive");
  await connect();
  expect(setKeepAlive.mock.calls).toContainEqual([true, 10_000]);
  setKeepAlive.mockRestore();
});
