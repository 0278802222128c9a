/** Verifies a notification with what Node itself brings; shown under each signing secret. */
export const VERIFY_TYPESCRIPT = String.raw`import { createHmac, timingSafeEqual } from "node:crypto";

type StarwireEvent = {
  id: string;
  type: string;
  data: { object: "review" | "message"; id: string; revision: number };
};

/** The event, if it is signed by this secret and at most 5 minutes old. */
export function verifyWebhook(rawBody: Uint8Array, headers: Headers, secret: string): StarwireEvent {
  if (!secret.startsWith("whsec_")) throw new Error("The signing secret is missing");
  const id = headers.get("webhook-id") ?? "";
  const timestamp = headers.get("webhook-timestamp") ?? "";
  const ageSeconds = Math.abs(Date.now() / 1000 - Number(timestamp));
  if (!/^[0-9]+$/.test(timestamp) || ageSeconds > 300) throw new Error("Too old, or from the future");

  const key = Buffer.from(secret.slice("whsec_".length), "base64");
  const hmac = createHmac("sha256", key).update(id + "." + timestamp + ".").update(rawBody);
  const expected = Buffer.from("v1," + hmac.digest("base64"));
  // Several while a secret is being replaced: one that matches is enough.
  const isOurs = (headers.get("webhook-signature") ?? "").split(" ").some((text) => {
    const given = Buffer.from(text);
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  if (!id || !isOurs) throw new Error("Not signed by this secret");
  return JSON.parse(Buffer.from(rawBody).toString("utf8"));
}
`;

/** A whole receiver around it. */
export const RECEIVER_TYPESCRIPT = String.raw`// npx tsx receiver.ts
import { createServer } from "node:http";
${VERIFY_TYPESCRIPT}
const secret = process.env.STARWIRE_SECRET ?? "";

const server = createServer(async (request, response) => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  let event: StarwireEvent;
  try {
    const headers = new Headers(request.headers as Record<string, string>);
    event = verifyWebhook(Buffer.concat(chunks), headers, secret);
  } catch {
    response.writeHead(401).end();
    return;
  }
  response.writeHead(204).end(); // answer first, then work
  console.log(event.type, event.id);
});

server.listen(Number(process.env.PORT ?? 4000), "127.0.0.1", () => {
  const address = server.address();
  if (address && typeof address === "object") console.log("http://127.0.0.1:" + address.port);
});
`;
