import { cookies, headers } from "next/headers";
import { NextRequest, NextResponse } from "next/server";
import NextAuth from "next-auth";
import { z } from "zod";
import { authOptions } from "@/lib/auth/auth-options";
import { isSecureRequest } from "@/lib/auth/is-secure-request";
import { AppError } from "@/lib/errors";

type Credentials = { password: { email: string; password: string }; "one-time-link": { token: string } };

const csrfAnswer = z.object({ csrfToken: z.string() });
const callbackAnswer = z.object({ url: z.string() });

/**
 * Signs the browser of the running server action in through one of next-auth's providers. next-auth runs in process, so
 * forms work without JavaScript and no sign-in door stands open beside them.
 * @throws AppError `invalid` when the credentials don't fit, `too_many_requests` beyond the limits
 */
export async function signInThrough<Provider extends keyof Credentials>(
  provider: Provider,
  credentials: Credentials[Provider],
): Promise<void> {
  const { csrfToken } = csrfAnswer.parse(await callNextAuth(["csrf"]));
  const answer = await callNextAuth(["callback", provider], { ...credentials, csrfToken, json: "true" });
  const { url } = callbackAnswer.parse(answer);
  const error = new URL(url, "http://localhost").searchParams.get("error");
  if (error === null) return;
  if (error === "too_many_requests") throw new AppError("too_many_requests");
  if (error === "invalid") throw new AppError("invalid", "That e-mail and password don't match.");
  if (error === "CredentialsSignin")
    throw new AppError("invalid", "This link has been used already, or it has expired.");
  throw new Error(`Sign-in ended with ${error}`);
}

/** Ends the session of the browser of the running server action. */
export async function signOut(): Promise<void> {
  const { csrfToken } = csrfAnswer.parse(await callNextAuth(["csrf"]));
  await callNextAuth(["signout"], { csrfToken, json: "true" });
}

async function callNextAuth(action: string[], form?: Record<string, string>): Promise<unknown> {
  const handler: (request: NextRequest, context: object) => Promise<Response> = NextAuth(
    authOptions(isSecureRequest(await headers())),
  );
  const request = new NextRequest(
    `http://localhost/api/auth/${action.join("/")}`,
    form ? { method: "POST", body: new URLSearchParams(form) } : {},
  );
  const response = await handler(request, { params: Promise.resolve({ nextauth: action }) });
  const store = await cookies();
  for (const cookie of new NextResponse(null, response).cookies.getAll()) store.set(cookie);
  return response.json();
}
