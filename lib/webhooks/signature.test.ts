import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import { generateSigningSecret } from "./signing-secret";
import { signWebhook } from "./signature";

const BODY = JSON.stringify({ type: "review-created", data: { body: "Köstlich 🥐 \u2028 “nice”" } });
const now = () => Math.floor(Date.now() / 1000);

function headers(signature: string, timestamp: number, id = "evt_1") {
  return { "webhook-id": id, "webhook-timestamp": String(timestamp), "webhook-signature": signature };
}

describe("a signature", () => {
  it("is accepted by the official Standard Webhooks library", () => {
    const secret = generateSigningSecret();
    const timestamp = now();
    const signature = signWebhook("evt_1", timestamp, BODY, [secret]);
    expect(new Webhook(secret).verify(BODY, headers(signature, timestamp))).toEqual(JSON.parse(BODY));
  });

  it("is the same over text and over its UTF-8 bytes", () => {
    const secret = generateSigningSecret();
    expect(signWebhook("evt_1", 1_700_000_000, Buffer.from(BODY), [secret])).toBe(
      signWebhook("evt_1", 1_700_000_000, BODY, [secret]),
    );
  });

  it("is made for every valid secret, so that a receiver with either one accepts it", () => {
    const secrets = [generateSigningSecret(), generateSigningSecret()];
    const timestamp = now();
    const signature = signWebhook("evt_1", timestamp, BODY, secrets);
    expect(signature.split(" ")).toHaveLength(2);
    for (const secret of secrets) {
      expect(new Webhook(secret).verify(BODY, headers(signature, timestamp))).toBeTruthy();
    }
  });

  it("fails for another secret, id, time or a body changed by one byte", () => {
    const secret = generateSigningSecret();
    const timestamp = now();
    const signature = signWebhook("evt_1", timestamp, BODY, [secret]);
    const verifier = new Webhook(secret);
    expect(() => new Webhook(generateSigningSecret()).verify(BODY, headers(signature, timestamp))).toThrow();
    expect(() => verifier.verify(BODY, headers(signature, timestamp, "evt_2"))).toThrow();
    expect(() => verifier.verify(BODY, headers(signature, timestamp + 1))).toThrow();
    expect(() => verifier.verify(`${BODY} `, headers(signature, timestamp))).toThrow();
  });
});
