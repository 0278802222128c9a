import { beforeAll, describe, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { cancelMessage } from "@/lib/messages/commands/cancel-message";
import { findRatingLink } from "@/lib/rating-links/find-rating-link";
import { cancelRequest } from "@/lib/requests/commands/cancel-request";
import {
  ask,
  askForTomorrow,
  createMessageProject,
  eventsOf,
  historyOf,
  patchMessage,
  readMessage,
  requireNoGaps,
  settledCodes,
  tokenOf,
  useEncryptionKey,
} from "@/prisma/testing/message-fixture";
import { createTestDatabase } from "@/prisma/testing/test-database";

vi.stubEnv("APP_URL", "https://reviews.example.com");
await createTestDatabase();
beforeAll(useEncryptionKey);

describe("cancel", () => {
  test("ends an unsent message with one event, and its link", async () => {
    const { access, id } = await askForTomorrow();
    const token = await tokenOf(id);
    await cancelMessage(access, id);
    await cancelMessage(access, id);
    expect(await readMessage(id)).toMatchObject({ status: "canceled", revision: 2 });
    expect(await historyOf(access, id)).toEqual(["message-created scheduled", "message-deleted canceled"]);
    const last = (await eventsOf(access)).at(-1);
    expect(last?.envelope).toMatchObject({ reason: "canceled_by_user", changes: null, previous: null });
    expect(last?.data).toMatchObject({ deleted_at: expect.any(String), canceled_at: expect.any(String) });
    expect(await findRatingLink(token)).toEqual({ state: "canceled" });
  });

  test.each(["sending", "sent", "delivered"] as const)(
    "answers conflict to one that is %s",
    async (status) => {
      const { access, id } = await askForTomorrow();
      await patchMessage(access, id, { status: "sending" });
      if (status !== "sending") await patchMessage(access, id, { status });
      await expect(cancelMessage(access, id)).rejects.toMatchObject({ code: "conflict" });
      expect((await readMessage(id)).status).toBe(status);
    },
  );

  test("ten at once make one event", async () => {
    const { access, id } = await askForTomorrow();
    await Promise.all(Array.from({ length: 10 }, () => cancelMessage(access, id)));
    expect(await historyOf(access, id)).toEqual(["message-created scheduled", "message-deleted canceled"]);
  });

  test("and the sender's lease: one of them wins", async () => {
    for (let round = 0; round < 10; round += 1) {
      const { access, id } = await askForTomorrow();
      const lease = db.message.updateMany({
        where: { id, status: "scheduled" },
        data: { status: "sending" },
      });
      const [leased, [canceled]] = await Promise.all([lease, settledCodes([cancelMessage(access, id)])]);
      const { status } = await readMessage(id);
      expect([leased.count, canceled, status]).toEqual(
        status === "sending" ? [1, "conflict", "sending"] : [0, "done", "canceled"],
      );
      await requireNoGaps(access);
    }
  });
});

describe("cancel the request", () => {
  test("ends all that is unsent and every link, once", async () => {
    const access = await createMessageProject("manager");
    const { requestId, messages } = await ask(access, { reminders: 3 });
    const [first, ...reminders] = messages.map(({ id }) => id);
    await patchMessage(access, first ?? "", { status: "sending" });
    await patchMessage(access, first ?? "", { status: "sent", sentAt: new Date(), provider: "outbox" });
    await Promise.all([cancelRequest(access, requestId), cancelRequest(access, requestId)]);
    expect((await readMessage(first ?? "")).status).toBe("sent");
    for (const id of reminders) {
      expect(await historyOf(access, id)).toEqual(["message-created scheduled", "message-deleted canceled"]);
    }
    expect(await findRatingLink(await tokenOf(first ?? ""))).toEqual({ state: "canceled" });
    await requireNoGaps(access);
  });

  test("answers conflict while one is being sent, and changes nothing", async () => {
    const access = await createMessageProject();
    const { requestId, messages } = await ask(access, { reminders: 1 });
    await patchMessage(access, messages[0]?.id ?? "", { status: "sending" });
    const before = await eventsOf(access);
    await expect(cancelRequest(access, requestId)).rejects.toMatchObject({ code: "conflict" });
    expect(await eventsOf(access)).toEqual(before);
    expect(await db.request.findUniqueOrThrow({ where: { id: requestId } })).toMatchObject({
      canceledAt: null,
    });
  });
});
