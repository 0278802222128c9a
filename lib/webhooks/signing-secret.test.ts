import { describe, expect, it } from "vitest";
import { createEncryption, DecryptionError } from "@/lib/encryption";
import {
  decryptSigningSecret,
  encryptSigningSecret,
  generateSigningSecret,
  replacedSecretExpiresAt,
  signingKeyBytes,
  validSecretsAt,
} from "./signing-secret";

const encryption = createEncryption("a-key-of-at-least-thirty-two-characters");

describe("a signing secret", () => {
  it("is whsec_ and the base64 of 32 random bytes", () => {
    const secret = generateSigningSecret();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(signingKeyBytes(secret)).toHaveLength(32);
    expect(generateSigningSecret()).not.toBe(secret);
  });

  it("is refused when it isn't one", () => {
    for (const text of ["", "whsec_", "whsec_c2hvcnQ=", generateSigningSecret().replace("whsec_", "")]) {
      expect(() => signingKeyBytes(text)).toThrow("This isn't a signing secret.");
    }
  });

  it("is encrypted for its webhook alone", () => {
    const secret = generateSigningSecret();
    const stored = encryptSigningSecret(secret, "wh_1", encryption);
    expect(stored).not.toContain(secret);
    expect(decryptSigningSecret(stored, "wh_1", encryption)).toBe(secret);
    expect(() => decryptSigningSecret(stored, "wh_2", encryption)).toThrow(DecryptionError);
  });
});

describe("a rotation", () => {
  const rotatedAt = new Date("2026-11-23T10:00:00Z");
  const old = {
    name: "old",
    createdAt: new Date("2026-11-01T00:00:00Z"),
    expiresAt: replacedSecretExpiresAt(rotatedAt),
  };
  const fresh = { name: "fresh", createdAt: rotatedAt, expiresAt: null };
  const namesAt = (at: string) => validSecretsAt([old, fresh], new Date(at)).map(({ name }) => name);

  it("lets both secrets sign for 24 hours, the new one first", () => {
    expect(namesAt("2026-11-23T10:00:00Z")).toEqual(["fresh", "old"]);
    expect(namesAt("2026-11-24T09:59:59.999Z")).toEqual(["fresh", "old"]);
  });

  it("lets the old one end exactly then", () => {
    expect(namesAt("2026-11-24T10:00:00Z")).toEqual(["fresh"]);
  });

  it("made twice within a day leaves three that sign", () => {
    const second = new Date("2026-11-23T12:00:00Z");
    const all = [
      old,
      { ...fresh, expiresAt: replacedSecretExpiresAt(second) },
      { name: "newest", createdAt: second, expiresAt: null },
    ];
    const names = validSecretsAt(all, second).map(({ name }) => name);
    expect(names).toEqual(["newest", "fresh", "old"]);
  });
});
