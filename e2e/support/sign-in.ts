import type { BrowserContext } from "@playwright/test";
import { encode } from "next-auth/jwt";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { starwire } from "./started-starwire";

const COOKIE = "next-auth.session-token";

/** Signs a browser in without the form, which the newcomer's journey walks through for all. */
export async function signIn(context: BrowserContext, userId: string): Promise<void> {
  const value = await sessionToken(userId);
  await context.addCookies([
    { name: COOKIE, value, url: starwire().appUrl, httpOnly: true, sameSite: "Lax" },
  ]);
}

/** The same for requests without a browser: their `cookie` header. */
export async function sessionCookie(userId: string): Promise<string> {
  return `${COOKIE}=${await sessionToken(userId)}`;
}

async function sessionToken(userId: string): Promise<string> {
  const { sessionVersion } = await db.user.findUniqueOrThrow({ where: { id: userId } });
  return encode({ token: { sub: userId, sessionVersion }, secret: env().AUTH_SECRET ?? "" });
}
