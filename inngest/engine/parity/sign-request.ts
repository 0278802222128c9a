import { createHmac } from "node:crypto";

/** Sends a request to `url` instead, signed as the Inngest server signs (SDK_SPEC section 4.1.3): HMAC of canonical body and time. */
export async function signRequest(request: Request, url: string, signingKey: string): Promise<Request> {
  const body = canonical(JSON.parse(await request.text()));
  const time = Math.floor(Date.now() / 1000).toString();
  const key = signingKey.replace(/^signkey-\w+-/, "");
  const signature = createHmac("sha256", key)
    .update(body + time)
    .digest("hex");
  const headers = new Headers(request.headers);
  headers.delete("host");
  headers.set("x-inngest-signature", `t=${time}&s=${signature}`);
  return new Request(url + new URL(request.url).search, { method: request.method, headers, body });
}

/** JSON with sorted keys (RFC 8785). */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(",")}}`;
}
