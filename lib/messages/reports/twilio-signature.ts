import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * The value of `X-Twilio-Signature`: base64 of HMAC-SHA1 over the full URL and every POST parameter, sorted by name, each
 * name followed by its value (twilio.com/docs/usage/security, "Validating Requests").
 * @param url as Twilio called it: scheme, host, path and query
 */
export function twilioSignature(authToken: string, url: string, form: URLSearchParams): string {
  const names = [...new Set(form.keys())].toSorted(byCodeUnit);
  const parts = names.flatMap((name) =>
    [...new Set(form.getAll(name))].toSorted(byCodeUnit).map((value) => name + value),
  );
  return createHmac("sha1", authToken)
    .update(url + parts.join(""), "utf8")
    .digest("base64");
}

/** True when one of the tokens gives this signature. */
export function isSignedByTwilio(
  signature: string | null,
  url: string,
  form: URLSearchParams,
  authTokens: readonly string[],
): boolean {
  const given = Buffer.from(signature ?? "");
  return authTokens.some((token) => {
    const expected = Buffer.from(twilioSignature(token, url, form));
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}

function byCodeUnit(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
