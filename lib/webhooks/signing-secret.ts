import { randomBytes } from "node:crypto";
import type { Encryption } from "@/lib/encryption";

const PREFIX = "whsec_";
const SECRET_BYTES = 32;
const OVERLAP_HOURS = 24;

/** A secret as stored: encrypted, and after a rotation valid until `expiresAt`. */
export type StoredSecret = { ciphertext: string; createdAt: Date; expiresAt: Date | null };

/** A new signing secret: `whsec_` and the base64 of 32 random bytes (Standard Webhooks, "Signing secret serialization"). */
export function generateSigningSecret(): string {
  return PREFIX + randomBytes(SECRET_BYTES).toString("base64");
}

/** The bytes that key the HMAC. @throws Error when the text isn't a signing secret. */
export function signingKeyBytes(secret: string): Buffer {
  const bytes = Buffer.from(secret.slice(PREFIX.length), "base64");
  if (!secret.startsWith(PREFIX) || bytes.length < 24) throw new Error("This isn't a signing secret.");
  return bytes;
}

/** The secret as kept in the database; bound to its webhook, so that it can't be read back under another one. */
export function encryptSigningSecret(secret: string, webhookId: string, encryption: Encryption): string {
  return encryption.encrypt(secret, `webhook ${webhookId} signing secret`);
}

/** @throws DecryptionError when the key is unknown or the ciphertext belongs to another webhook. */
export function decryptSigningSecret(ciphertext: string, webhookId: string, encryption: Encryption): string {
  return encryption.decrypt(ciphertext, `webhook ${webhookId} signing secret`);
}

/** The secrets that sign at `now`, newest first: the present one, and a replaced one during its last 24 hours. */
export function validSecretsAt<Secret extends Pick<StoredSecret, "createdAt" | "expiresAt">>(
  secrets: readonly Secret[],
  now: Date,
): Secret[] {
  return secrets
    .filter(({ expiresAt }) => expiresAt === null || expiresAt > now)
    .toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
}

/** Until when a secret replaced at `now` goes on signing beside its successor. */
export function replacedSecretExpiresAt(now: Date): Date {
  return new Date(now.getTime() + OVERLAP_HOURS * 3_600_000);
}
