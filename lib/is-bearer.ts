import { createHash, timingSafeEqual } from "node:crypto";

/**
 * True when a request carries this secret as `Authorization: Bearer …`, without telling by its time how much of it was
 * right: for programs that can't sign, like a mail server's pipe.
 * @param header of the request
 */
export function isBearer(header: string | null | undefined, secret: string | undefined): boolean {
  const given = /^Bearer +(\S.*)$/i.exec(header ?? "")?.[1];
  return given !== undefined && secret !== undefined && timingSafeEqual(digest(given), digest(secret));
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
