import { describe, expect, test, vi } from "vitest";
import { readUnsubscribeToken, unsubscribeToken } from "@/lib/messages/unsubscribe-token";

const CUSTOMER = "cus_01KAPQ6ZE7V8W9X0Y1Z2A3B4C5";

vi.stubEnv("ENCRYPTION_KEY", "an encryption key for this test only");

describe("an unsubscribe token", () => {
  test.each(["email", "sms"] as const)("is read back: %s", (channel) => {
    const token = unsubscribeToken(CUSTOMER, channel);
    expect(readUnsubscribeToken(token)).toEqual({ customerId: CUSTOMER, channel });
  });

  test("is fit for a URL and a line of a mail, ends in a letter and doesn't show whose it is", () => {
    for (let round = 0; round < 50; round += 1) {
      const token = unsubscribeToken(CUSTOMER, "email");
      expect(token).toMatch(/^[\w.-]{60,120}[a-z]$/);
      expect(token).not.toContain(CUSTOMER.slice(4));
    }
  });

  test("is refused when a single character was changed, cut or added", () => {
    const token = unsubscribeToken(CUSTOMER, "email");
    for (let place = 0; place < token.length; place += 1) {
      const other = token[place] === "A" ? "B" : "A";
      const changed = token.slice(0, place) + other + token.slice(place + 1);
      // The last character of base64 may hold bits that say nothing.
      const isSpareBit = place === token.length - 2;
      if (!isSpareBit) expect(readUnsubscribeToken(changed), `at ${place}`).toBeNull();
      expect(readUnsubscribeToken(token.slice(0, place))).toBeNull();
    }
    expect(readUnsubscribeToken(`${token}u`)).toBeNull();
  });

  test.each(["", "u", "v1..u", "v1.00000000.AAAAu", "x".repeat(5000), "../../etc/passwdu", "%00u", "💣u"])(
    "is refused when made up: %j",
    (token) => {
      expect(readUnsubscribeToken(token)).toBeNull();
    },
  );
});
