import type { Shop } from "@/e2e/support/shop";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/ids";

const LONG = "Wolfeschlegelsteinhausenbergerdorff".repeat(5);
const MINUTE_MS = 60_000;

/** Puts messages of every state into a project, also absurdly long ones. @returns the id of the one with the most to tell */
export async function addMessagesInEveryState(shop: Shop): Promise<string> {
  const now = Date.now();
  const at = (minutes: number) => new Date(now + minutes * MINUTE_MS);
  const failure = {
    failureCode: "bounced",
    failureMessage: `The mailbox doesn't exist: ${LONG}`,
    failureProviderCode: "550 5.1.1",
  };
  const states = [
    { status: "scheduled", scheduledAt: at(1_500), dueAt: at(1_500) },
    { status: "scheduled", dueAt: at(5), attempts: 2, failureMessage: "The mail server is busy." },
    { status: "sent", sentAt: at(-1), provider: "outbox" },
    { status: "sent", sentAt: at(-2), provider: "smtp", providerMessageId: `<${LONG}@example.com>` },
    { status: "delivered", sentAt: at(-9), deliveredAt: at(-8), openedAt: at(-7), clickedAt: at(-6) },
    { status: "failed", sentAt: at(-9), failedAt: at(-8), provider: "outbox", ...failure },
    { status: "complained", sentAt: at(-9), complainedAt: at(-3) },
    { status: "canceled", canceledAt: at(-3) },
    { status: "skipped", failureCode: "unsubscribed", failureMessage: "The customer has unsubscribed." },
  ] as const;
  const { projectId } = shop.owner;
  const customer = await db.customer.create({
    data: { id: newId("cus"), projectId, firstName: `ليلى 🥐 ${LONG}`, lastName: LONG.slice(0, 200) },
  });
  let told = "";
  for (const [index, state] of states.entries()) {
    const request = await db.request.create({
      data: { id: newId("req"), projectId, customerId: customer.id },
    });
    const id = newId("msg");
    const isSms = index % 3 === 1;
    await db.message.create({
      data: {
        id,
        projectId,
        requestId: request.id,
        customerId: customer.id,
        sequence: (index % 4) + 1,
        channel: isSms ? "sms" : "email",
        to: isSms ? "+14155550123" : `${LONG.slice(0, 60).toLowerCase()}@example.com`,
        from: `Corner Bakery <${LONG.slice(0, 60).toLowerCase()}@example.com>`,
        subject: isSms ? null : `<b>How was it?</b> ${LONG}`,
        preview: `Hi ${LONG}`.slice(0, 140),
        segments: isSms ? 7 : null,
        encoding: isSms ? "UCS-2" : null,
        scheduledAt: at(-10),
        dueAt: at(-10),
        createdAt: at(-10),
        ...state,
        content: {
          create: { text: `Rate us: http://localhost:3000/r/${LONG}/5`, html: isSms ? null : HTML },
        },
        ratingLink: {
          create: {
            id: newId("lnk"),
            tokenHash: id,
            project: { connect: { id: projectId } },
            request: { connect: { id: request.id } },
            intents: {
              create: [
                { id: newId("int"), projectId, score: 1, reasons: ["bot_user_agent"], userAgent: LONG },
                { id: newId("int"), projectId, score: 4, reasons: ["early", "prefetch"] },
              ],
            },
          },
        },
      },
    });
    if (state.status === "failed") told = id;
  }
  return told;
}

const HTML = `<!doctype html><html lang="en"><head><title>How was it?</title></head><body><h1>How was it?</h1><p><a href="https://example.com">${LONG}</a></p></body></html>`;
