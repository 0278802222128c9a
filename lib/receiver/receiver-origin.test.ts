import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { forgetEnv } from "@/lib/env";
import { receiverFiles } from "@/lib/receiver/receiver-files";
import { endReceiverState, writeReceiverState } from "@/lib/receiver/receiver-state";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "starwire-origin-"));
  mkdirSync(receiverFiles(folder).folder);
  set({ DATA_DIR: folder });
});

afterEach(() => {
  vi.unstubAllEnvs();
  forgetEnv();
  rmSync(folder, { recursive: true });
});

function set(variables: Record<string, string>): void {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  forgetEnv();
}

/** Read afresh: an answer is otherwise kept for a second. */
async function readOrigin() {
  vi.resetModules();
  const { testReceiver } = await import("@/lib/receiver/receiver-origin");
  return testReceiver();
}

test("is where the running receiver says, with the authority to trust for it", async () => {
  expect(await readOrigin()).toBeNull();
  writeReceiverState({ pid: 7, port: 3450, token: "x" }, folder);
  expect(await readOrigin()).toEqual({
    origin: "https://localhost:3450",
    caPath: join(folder, "receiver/ca.pem"),
  });
});

test("is nowhere once the receiver has ended", async () => {
  writeReceiverState({ pid: 7, port: 3450, token: "x" }, folder);
  endReceiverState(8, folder);
  expect(await readOrigin()).not.toBeNull();
  endReceiverState(7, folder);
  expect(await readOrigin()).toBeNull();
});

test.each([
  { RECEIVER: "off" },
  { APP_URL: "https://reviews.example.com" },
  { APP_URL: "http://192.168.1.5:3000" },
])("is nowhere with %o, whatever a note says", async (variables) => {
  writeReceiverState({ pid: 7, port: 3450, token: "x" }, folder);
  set(variables);
  expect(await readOrigin()).toBeNull();
});
