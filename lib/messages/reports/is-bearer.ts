import { createHash, timingSafeEqual } from "node:crypto";

/** True when a request carries this secret as `Authorization: Bearer …`: for programs that can't sign, like a mail server's pipe. */
export function isBearer(headers: Pick<Headers, "get">, secret: string | undefined): boolean {
  const given = /^Bearer +(\S.*)$/i.exec(headers.get("authorization") ?? "")?.[1];
  return given !== undefined && secret !== undefined && timingSafeEqual(digest(given), digest(secret));
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
