import { createHash, randomBytes } from "node:crypto";

/** A token for a one-time link (256 random bits, base64url) and the hash that is kept of it. */
export function createOneTimeToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, tokenHash: hashOneTimeToken(token) };
}

/** SHA-256 in hex. A random token needs no slow hash. */
export function hashOneTimeToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
