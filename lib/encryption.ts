import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

/** Encrypts short secrets for storage. The same `context` must be given to decrypt, so that a ciphertext moved to another row is refused. */
export type Encryption = {
  encrypt: (plaintext: string, context: string) => string;
  /** @throws DecryptionError when the key is unknown, or the text or its context was changed. */
  decrypt: (ciphertext: string, context: string) => string;
};

export class DecryptionError extends Error {
  override name = "DecryptionError";
}

const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM under keys derived from `ENCRYPTION_KEY`: one text of at least 32 characters, or several joined by
 * commas. The first one encrypts, all decrypt, so that a key is replaced by putting the new one in front.
 * Ciphertext: `v1.<key id>.<base64url of iv, tag, encrypted bytes>`; the key id tells which key it takes.
 */
export function createEncryption(encryptionKey: string): Encryption {
  const keys = encryptionKey
    .split(",")
    .map((text) => text.trim())
    .filter(Boolean)
    .map(deriveKey);
  const [current] = keys;
  if (!current) throw new Error("ENCRYPTION_KEY: must have at least 32 characters");
  return {
    encrypt(plaintext, context) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv("aes-256-gcm", current.bytes, iv);
      cipher.setAAD(Buffer.from(context, "utf8"));
      const encrypted = Buffer.concat([cipher.update(plaintext, "utf8"), cipher.final()]);
      return `v1.${current.id}.${Buffer.concat([iv, cipher.getAuthTag(), encrypted]).toString("base64url")}`;
    },
    decrypt(ciphertext, context) {
      const [version, keyId, packed] = ciphertext.split(".");
      if (version !== "v1" || !packed) throw new DecryptionError("This isn't a ciphertext of ours.");
      const key = keys.find(({ id }) => id === keyId);
      if (!key) throw new DecryptionError(`No ENCRYPTION_KEY with the id ${keyId}.`);
      const bytes = Buffer.from(packed, "base64url");
      try {
        const decipher = createDecipheriv("aes-256-gcm", key.bytes, bytes.subarray(0, IV_BYTES), {
          authTagLength: TAG_BYTES,
        });
        decipher.setAAD(Buffer.from(context, "utf8"));
        decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
        const decrypted = [decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()];
        return Buffer.concat(decrypted).toString("utf8");
      } catch (cause) {
        throw new DecryptionError("The ciphertext doesn't belong to this key and context.", { cause });
      }
    },
  };
}

let ofThisProcess: Encryption | undefined;

/** The encryption of this process, keyed by `ENCRYPTION_KEY`. @throws Error when it isn't set. */
export function encryption(): Encryption {
  const key = env().ENCRYPTION_KEY;
  if (!key) throw new Error("ENCRYPTION_KEY is not set: start with `npm start`.");
  ofThisProcess ??= createEncryption(key);
  return ofThisProcess;
}

function deriveKey(text: string) {
  if (text.length < 32) throw new Error("ENCRYPTION_KEY: must have at least 32 characters");
  const bytes = Buffer.from(hkdfSync("sha256", text, "", "starwire encryption at rest", 32));
  return { bytes, id: createHash("sha256").update(bytes).digest("hex").slice(0, 8) };
}
