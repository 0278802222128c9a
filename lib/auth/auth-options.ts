import type { AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { checkPassword } from "@/lib/auth/check-password";
import { consumeWelcomeLink } from "@/lib/auth/welcome-link";
import { clientAddress } from "@/lib/client-address";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { logger } from "@/lib/logger";
import { paths } from "@/lib/paths";

const sessionDays = 30;

/**
 * next-auth's settings: two ways in, and an encrypted JWT that says who and which version of their sessions.
 * @param isSecure whether the browser came by https: only then is the cookie bound to https, so that sign-in works on
 * whatever host and scheme was used
 */
export function authOptions(isSecure: boolean): AuthOptions {
  const secret = env().AUTH_SECRET;
  if (!secret) throw new Error("AUTH_SECRET is not set: start with `npm start`.");
  return {
    secret,
    useSecureCookies: isSecure,
    session: { strategy: "jwt", maxAge: sessionDays * 24 * 60 * 60 },
    pages: { signIn: paths.signIn() },
    providers: [
      CredentialsProvider({
        id: "password",
        credentials: { email: {}, password: {} },
        authorize: (credentials, request) =>
          asErrorCode(() => checkPassword(credentials, clientAddress(new Headers(request.headers)))),
      }),
      CredentialsProvider({
        id: "one-time-link",
        credentials: { token: {} },
        authorize: (credentials) => asErrorCode(() => consumeWelcomeLink(credentials?.token ?? "")),
      }),
    ],
    callbacks: {
      async jwt({ token, user }) {
        if (!user) return token;
        const { sessionVersion } = await db.user.findUniqueOrThrow({ where: { id: user.id } });
        return { sub: user.id, sessionVersion };
      },
      session: ({ session, token }) => ({
        userId: token.sub,
        sessionVersion: token.sessionVersion,
        expires: session.expires,
      }),
    },
    logger: {
      error: (code) => logger.debug({ code }, "next-auth"),
      warn: (code) => logger.debug({ code }, "next-auth"),
      debug: () => undefined,
    },
  };
}

/** next-auth hands an error's message on in a URL: expected errors travel as their code, others as nothing that tells. */
async function asErrorCode<T>(authorize: () => Promise<T>): Promise<T> {
  try {
    return await authorize();
  } catch (error) {
    if (error instanceof AppError) throw new Error(error.code, { cause: error });
    logger.error({ err: error }, "sign-in failed");
    throw new Error("unexpected", { cause: error });
  }
}
