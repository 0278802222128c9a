import { describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import type { MessageDriver, OutgoingEmail } from "@/lib/messages/drivers/message-driver";
import { outboxDriver } from "@/lib/messages/drivers/outbox-driver";
import type { SendOutcome } from "@/lib/messages/send-outcome";
import { sendMessage } from "@/lib/messages/sending/send-message";
import { SEND_TOOLS } from "@/lib/messages/sending/send-tools";
import { failDeadSenders } from "@/lib/messages/sending/sweep-messages";
import { useSendTestBed } from "@/lib/messages/testing/send-test-bed";
import { createTestMessage, eventsOf, readMessage } from "@/lib/messages/testing/test-message";

const { project, tools } = await useSendTestBed();

describe("a sender that dies or is slow", () => {
  /** A driver whose answer the test gives when it likes. */
  function heldDriver() {
    let answer: (outcome: SendOutcome) => void = () => undefined;
    let begin = (): void => undefined;
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const driver: MessageDriver<OutgoingEmail> = {
      name: "smtp",
      isReal: true,
      send: () => {
        begin();
        return new Promise((resolve) => {
          answer = resolve;
        });
      },
      close: async () => undefined,
    };
    return {
      drivers: () => ({ email: driver, sms: outboxDriver }),
      begun,
      answer: (outcome: SendOutcome) => answer(outcome),
    };
  }

  const accepted: SendOutcome = { kind: "accepted", providerMessageId: "<1@x>" };
  const afterLease = () => new Date(Date.now() + SEND_TOOLS.leaseMs + 1);

  test("leaves its message to nobody else; once it counts as dead the message has failed, unknown", async () => {
    const { id } = await createTestMessage(project().id);
    const held = heldDriver();
    void sendMessage(id, tools(held));
    await held.begun;
    expect(await readMessage(id)).toMatchObject({ status: "sending", revision: 1 });
    expect(await sendMessage(id, tools())).toMatchObject({ result: "nothing to do", detail: "sending" });
    expect(await failDeadSenders()).toBe(0);
    expect(await failDeadSenders(afterLease())).toBe(1);
    expect(await readMessage(id)).toMatchObject({ status: "failed", failureCode: "unknown_after_crash" });
    expect((await readMessage(id)).ratingLink?.leftAt).not.toBeNull();
    expect(await sendMessage(id, tools())).toMatchObject({ result: "nothing to do", detail: "failed" });
    held.answer(accepted);
  });

  test("may still say that it was sent, though it was taken for dead", async () => {
    const { id } = await createTestMessage(project().id);
    const held = heldDriver();
    const report = sendMessage(id, tools(held));
    await held.begun;
    await failDeadSenders(afterLease());
    held.answer(accepted);
    expect(await report).toMatchObject({ result: "sent" });
    expect(await readMessage(id)).toMatchObject({ status: "sent", failureCode: null, failedAt: null });
    expect((await eventsOf(id)).map(({ status }) => status)).toEqual(["failed", "sent"]);
  });

  test("says nothing any more once another holds its message", async () => {
    const { id } = await createTestMessage(project().id);
    const held = heldDriver();
    const report = sendMessage(id, tools(held));
    await held.begun;
    await db.message.update({ where: { id }, data: { sendToken: crypto.randomUUID() } });
    held.answer(accepted);
    expect(await report).toMatchObject({ result: "nothing to do" });
    expect(await readMessage(id)).toMatchObject({ status: "sending" });
  });

  test("whose message is erased meanwhile has nothing to record", async () => {
    const { id } = await createTestMessage(project().id);
    const held = heldDriver();
    const report = sendMessage(id, tools(held));
    await held.begun;
    await db.message.delete({ where: { id } });
    held.answer(accepted);
    expect(await report).toMatchObject({ result: "gone" });
  });
});
