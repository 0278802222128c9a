import { createHmac } from "node:crypto";
import { sampleEnvelope } from "@/lib/webhooks/sample-envelope";
import { signWebhook } from "@/lib/webhooks/signature";
import { generateSigningSecret, signingKeyBytes } from "@/lib/webhooks/signing-secret";

/** What the receiver holds; its base64 has `+` and `/`. */
export const HELD_SECRET = `whsec_${Buffer.alloc(32, 0xfb).toString("base64")}`;

export type Vector = { name: string; body: string; headers: Record<string, string> };

const ID = "evt_01KAPQ7E8H2Q5S7V0X3Z6B9DFG";
const BODY = JSON.stringify(sampleEnvelope("review-updated"));

type Signed = { body?: string; id?: string; timestamp?: number; secrets?: string[] };

function signed({ body = BODY, id = ID, timestamp = nowSeconds(), secrets = [HELD_SECRET] }: Signed): Vector {
  const headers = {
    "webhook-id": id,
    "webhook-timestamp": String(timestamp),
    "webhook-signature": signWebhook(id, timestamp, body, secrets),
  };
  return { name: "", body, headers };
}

function nowSeconds(): number {
  return Math.floor(Date.now() / 1000);
}

/** Ten notifications as we send them. */
export function validVectors(): Vector[] {
  const other = generateSigningSecret();
  const beside = signed({});
  const unknownScheme = `v1a,${Buffer.alloc(64).toString("base64")} ${beside.headers["webhook-signature"]}`;
  return [
    { ...signed({}), name: "a review" },
    { ...signed({ body: JSON.stringify(sampleEnvelope("message-deleted")) }), name: "a message" },
    { ...signed({ secrets: [HELD_SECRET, other] }), name: "rotated: the receiver holds the new secret" },
    { ...signed({ secrets: [other, HELD_SECRET] }), name: "rotated: the receiver holds the old secret" },
    { ...signed({ body: BODY.replace("bread", "Brötchen 🥐 麵包 \u2028") }), name: "UTF-8" },
    { ...signed({ body: '{"id":"","type":""}' }), name: "almost nothing" },
    { ...signed({ body: BODY.replace("bread", "bread ".repeat(40_000)) }), name: "240 KB" },
    { ...signed({ timestamp: nowSeconds() - 200 }), name: "200 seconds old" },
    { ...signed({ timestamp: nowSeconds() + 200 }), name: "a clock that is 200 seconds behind" },
    {
      ...beside,
      headers: { ...beside.headers, "webhook-signature": unknownScheme },
      name: "beside a scheme of later days",
    },
  ];
}

/** Ten that somebody else made, or changed on the way. */
export function tamperedVectors(): Vector[] {
  const { body, headers } = signed({});
  const signature = headers["webhook-signature"] ?? "";
  const changed = (name: string, header: string, value: string): Vector => ({
    name,
    body,
    headers: { ...headers, [header]: value },
  });
  const timestamp = headers["webhook-timestamp"] ?? "";
  const swapped = createHmac("sha256", signingKeyBytes(HELD_SECRET)).update(`${timestamp}.${ID}.${body}`);
  const { "webhook-signature": _, ...unsigned } = headers;
  return [
    { name: "a byte of the body", body: body.replace('"score":4', '"score":5'), headers },
    changed("another id", "webhook-id", ID.replace(/G$/, "H")),
    changed("another time", "webhook-timestamp", String(Number(timestamp) + 1)),
    { ...signed({ timestamp: nowSeconds() - 3_600 }), name: "an hour old, signed well" },
    { ...signed({ secrets: [generateSigningSecret()] }), name: "another secret" },
    { name: "no signature", body, headers: unsigned },
    changed("a signature cut short", "webhook-signature", signature.slice(0, -1)),
    changed("another scheme", "webhook-signature", signature.replace("v1,", "v2,")),
    changed("id and time in the other order", "webhook-signature", `v1,${swapped.digest("base64")}`),
    { name: "white space in the body", body: JSON.stringify(JSON.parse(body), null, 1), headers },
  ];
}
