import { describe, expect, it } from "vitest";
import { createEncryption, DecryptionError } from "./encryption";

const OLD = "old-key-of-at-least-thirty-two-characters";
const NEW = "new-key-of-at-least-thirty-two-characters";

describe("secrets at rest", () => {
  it("come back whole, whatever they hold", () => {
    const { encrypt, decrypt } = createEncryption(NEW);
    for (const text of ["", "whsec_abc", "häß💡", "x".repeat(10_000)]) {
      expect(decrypt(encrypt(text, "row 1"), "row 1")).toBe(text);
    }
  });

  it("never read the same twice and never show the plaintext", () => {
    const { encrypt } = createEncryption(NEW);
    const first = encrypt("whsec_secret", "row 1");
    expect(first).not.toBe(encrypt("whsec_secret", "row 1"));
    expect(first).toMatch(/^v1\.[0-9a-f]{8}\.[\w-]+$/);
    expect(Buffer.from(first.split(".")[2] ?? "", "base64url").toString("latin1")).not.toContain("secret");
  });

  it("can be read after the key was replaced, while the old one stands behind the new", () => {
    const stored = createEncryption(OLD).encrypt("whsec_secret", "row 1");
    expect(createEncryption(`${NEW}, ${OLD}`).decrypt(stored, "row 1")).toBe("whsec_secret");
    expect(() => createEncryption(NEW).decrypt(stored, "row 1")).toThrow(/No ENCRYPTION_KEY with the id/);
    const rewritten = createEncryption(`${NEW},${OLD}`).encrypt("whsec_secret", "row 1");
    expect(createEncryption(NEW).decrypt(rewritten, "row 1")).toBe("whsec_secret");
  });

  it("are refused when moved to another row, changed or cut", () => {
    const { encrypt, decrypt } = createEncryption(NEW);
    const stored = encrypt("whsec_secret", "row 1");
    const [version, id, packed = ""] = stored.split(".");
    const bytes = Buffer.from(packed, "base64url");
    expect(() => decrypt(stored, "row 2")).toThrow(DecryptionError);
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(() => decrypt(`${version}.${id}.${changed.toString("base64url")}`, "row 1")).toThrow(
        DecryptionError,
      );
      const cut = bytes.subarray(0, at).toString("base64url");
      expect(() => decrypt(`${version}.${id}.${cut}`, "row 1")).toThrow(DecryptionError);
    }
    expect(() => decrypt("whsec_plain", "row 1")).toThrow(DecryptionError);
  });

  it("need a key of at least 32 characters", () => {
    expect(() => createEncryption("short")).toThrow("ENCRYPTION_KEY: must have at least 32 characters");
    expect(() => createEncryption(" , ")).toThrow("ENCRYPTION_KEY");
    expect(() => createEncryption(`${NEW},short`)).toThrow("ENCRYPTION_KEY");
  });
});
