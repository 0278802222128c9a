import fc from "fast-check";
import { expect, test } from "vitest";
import { readDeliveryStatus } from "@/lib/messages/reports/delivery-status";
import { ID, returnedMail } from "@/lib/messages/testing/returned-mail";
import { TEST_SEED } from "@/prisma/testing/test-seed";

/** A mail of so many parts, each within the one before. */
const nested = (depth: number) =>
  Array.from(
    { length: depth },
    (_, level) => `Content-Type: multipart/report; boundary=b${level}\n\n--b${level}\n`,
  ).join("");

const NOW = new Date("2026-06-10T12:00:00.000Z");
const read = (raw: string) => readDeliveryStatus(raw, NOW);
const failedWith = (fields: string[], more: Parameters<typeof returnedMail>[1] = {}) =>
  read(returnedMail(["Final-Recipient: rfc822; jane@example.com", ...fields], more));

test.each([
  ["by its envelope id", { envelopeId: ID }],
  ["by the headers that come back", { returned: `Message-ID: <${ID}@bakery.example>` }],
  ["by the whole mail that comes back", { returned: `Message-Id:\n <${ID}@bakery.example>`, isWhole: true }],
  ["with parts in an encoding of their own", { envelopeId: ID, isEncoded: true }],
  ["with line feeds alone, boundaries without quotes", { envelopeId: ID, isBare: true }],
])("a returned mail is about a message of ours %s", async (_how, more) => {
  const status = await failedWith(["Action: failed", "Status: 5.1.1"], more);
  expect(status).toMatchObject({ messageId: ID, report: { kind: "bounced" } });
  expect(status?.report.at).toEqual(new Date("2026-06-10T11:59:00.000Z"));
});

test.each([
  [
    "Action: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 <jane@example.com>:\n  No such user",
    "bounced",
    "550 5.1.1 <jane@example.com>: No such user",
  ],
  ["Action: failed\nStatus: 5.2.2\nDiagnostic-Code: x-unix; Mailbox full", "failed", "Mailbox full"],
  ["Action: Failed\nStatus: 4.4.7 (delivery time expired)", "failed", "4.4.7"],
  ["Action: failed", "failed", null],
  ["Action: delivered\nStatus: 2.0.0\nDiagnostic-Code: smtp; 250 2.0.0 Ok", "delivered", "250 2.0.0 Ok"],
] as const)("%j is %s", async (fields, kind, detail) => {
  const status = await failedWith(fields.split("\n"), { envelopeId: ID });
  expect(status?.report).toMatchObject({ kind, detail });
});

test.each([
  ["a delay", returnedMail(["Action: delayed", "Status: 4.4.1"], { envelopeId: ID })],
  [
    "a server that reports nothing further on",
    returnedMail(["Action: relayed", "Status: 2.0.0"], { envelopeId: ID }),
  ],
  ["a mail that isn't ours", returnedMail(["Action: failed", "Status: 5.1.1"], {})],
  ["somebody out of office", `Subject: Away\nIn-Reply-To: <${ID}@bakery.example>\n\nBack on Monday`],
  ["parts within parts within parts", nested(400)],
  ["nothing", ""],
  ["headers without an end", `Content-Type: multipart/report; boundary="x"`],
])("%s says nothing about a message", async (_what, raw) => {
  expect(await read(raw)).toBeNull();
});

test("no mail makes it throw", async () => {
  const piece = fc.constantFrom(
    "\n",
    "\r\n",
    "--x",
    "--x--",
    "Content-Type: multipart/report; boundary=x",
    "Content-Type: message/delivery-status",
    "Action: failed",
    ID,
    ":",
    " ",
  );
  const mail = fc.array(fc.oneof(piece, fc.string())).map((pieces) => pieces.join(""));
  await fc.assert(
    fc.asyncProperty(mail, async (raw) => void (await read(raw))),
    { seed: TEST_SEED },
  );
});
