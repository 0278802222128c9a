import { Webhook } from "standardwebhooks";
import { expect, test } from "vitest";
import { checkSignature, type HookSecret } from "@/lib/receiver/check-signature";

const secretOf = (fill: number): HookSecret => ({
  webhookId: `whk_${fill}`,
  projectId: `prj_${fill}`,
  secret: `whsec_${Buffer.alloc(32, fill).toString("base64")}`,
});
const NOW = new Date("2026-11-23T12:00:00.000Z");
const BODY = '{"type":"review-created","text":"é"}';

function signed(by: HookSecret, at = NOW) {
  return {
    id: "evt_1",
    timestamp: String(Math.floor(at.getTime() / 1000)),
    signature: new Webhook(by.secret).sign("evt_1", at, BODY),
    body: Buffer.from(BODY),
  };
}

test("finds the webhook whose secret signed, also while two secrets sign", () => {
  const parts = signed(secretOf(2));
  const both = { ...parts, signature: `${signed(secretOf(9)).signature} ${parts.signature}` };
  const known = [secretOf(1), secretOf(2), secretOf(3)];
  expect(checkSignature(parts, known, NOW)).toEqual({ check: "verified", secret: secretOf(2) });
  expect(checkSignature(both, known, NOW)).toEqual({ check: "verified", secret: secretOf(2) });
});

test.each([
  ["body", { body: Buffer.from(BODY.replace("é", "e")) }],
  ["id", { id: "evt_2" }],
  ["timestamp", { timestamp: "1795435201" }],
  ["signature", { signature: "v1,AAAA" }],
])("a changed %s doesn't verify", (_name, change) => {
  expect(checkSignature({ ...signed(secretOf(1)), ...change }, [secretOf(1)], NOW).check).toBe("wrong");
});

test.each(["id", "timestamp", "signature"])("without %s a request isn't signed", (part) => {
  const parts = { ...signed(secretOf(1)), [part]: undefined };
  expect(checkSignature(parts, [secretOf(1)], NOW).check).toBe("missing");
});

test("a good signature of more than five minutes ago is stale", () => {
  const before = new Date(NOW.getTime() - 301_000);
  const later = new Date(NOW.getTime() + 301_000);
  for (const at of [before, later]) {
    expect(checkSignature(signed(secretOf(1), at), [secretOf(1)], NOW).check).toBe("stale");
  }
});

test("tells a URL without a webhook from a wrong signature", () => {
  expect(checkSignature(signed(secretOf(1)), [], NOW).check).toBe("no_webhook");
});
