import { Webhook } from "standardwebhooks";

/** A request that an e-mail provider signed by the library of Standard Webhooks. */
export function signedEmailReport(
  secret: string,
  body: object | string,
  {
    id = `evt_${Math.random()}`,
    at = new Date(),
    url = "https://reviews.example.com/api/inbound/email",
  } = {},
): Request {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return new Request(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "webhook-id": id,
      "webhook-timestamp": String(Math.floor(at.getTime() / 1_000)),
      "webhook-signature": new Webhook(secret).sign(id, at, text),
    },
    body: text,
  });
}
