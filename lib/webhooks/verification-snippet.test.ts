import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { transform } from "esbuild";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { signWebhook } from "@/lib/webhooks/signature";
import { generateSigningSecret } from "@/lib/webhooks/signing-secret";
import { VERIFICATION_SNIPPET } from "@/lib/webhooks/verification-snippet";

const secret = generateSigningSecret();
const body = JSON.stringify({
  id: "evt_1",
  type: "review-created",
  data: { object: "review", id: "rev_ä😀" },
});
let folder: string;
let post: (request: Request) => Promise<Response>;

beforeAll(async () => {
  // Inside the project, so that the snippet's import is found.
  folder = await mkdtemp(join(import.meta.dirname, "../../node_modules/.snippet-"));
  const { code } = await transform(VERIFICATION_SNIPPET, { loader: "ts", format: "esm" });
  await writeFile(join(folder, "receiver.mjs"), code);
  vi.stubEnv("STARWIRE_SECRET", secret);
  vi.spyOn(console, "log").mockImplementation(() => undefined);
  ({ POST: post } = await import(/* @vite-ignore */ join(folder, "receiver.mjs")));
});

afterAll(() => rm(folder, { recursive: true }));

function request(sent: string, timestamp = Math.floor(Date.now() / 1000)) {
  const headers = {
    "webhook-id": "evt_1",
    "webhook-timestamp": String(timestamp),
    "webhook-signature": signWebhook("evt_1", timestamp, body, [secret]),
  };
  return new Request("https://example.com/hooks", { method: "POST", body: sent, headers });
}

test("the snippet confirms what we signed", async () => {
  expect((await post(request(body))).status).toBe(204);
});

test("the snippet refuses a changed body and an old timestamp", async () => {
  await expect(post(request(`${body} `))).rejects.toThrow();
  await expect(post(request(body, Math.floor(Date.now() / 1000) - 3600))).rejects.toThrow();
});
