import { beforeAll, describe, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { cancelMessage } from "@/lib/messages/commands/cancel-message";
import { removeMessage } from "@/lib/messages/commands/remove-message";
import { rescheduleMessage } from "@/lib/messages/commands/reschedule-message";
import { resendMessage } from "@/lib/messages/commands/resend-message";
import { sendNow } from "@/lib/messages/commands/send-now";
import { cancelRequest } from "@/lib/requests/commands/cancel-request";
import {
  askForTomorrow,
  createMessageProject,
  eventsOf,
  historyOf,
  patchMessage,
  readMessage,
  settledCodes,
  useEncryptionKey,
} from "@/prisma/testing/message-fixture";
import { createTestDatabase } from "@/prisma/testing/test-database";

vi.stubEnv("APP_URL", "https://reviews.example.com");
await createTestDatabase();
beforeAll(useEncryptionKey);

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

describe("remove", () => {
  test("records message-deleted once, whichever comes first", async () => {
    const { access, id } = await askForTomorrow();
    await removeMessage(access, id);
    expect(await historyOf(access, id)).toEqual(["message-created scheduled", "message-deleted scheduled"]);
    expect((await eventsOf(access)).at(-1)?.envelope).toMatchObject({ reason: "deleted_by_user" });

    const other = await askForTomorrow();
    await cancelMessage(other.access, other.id);
    await removeMessage(other.access, other.id);
    expect(await historyOf(other.access, other.id)).toEqual([
      "message-created scheduled",
      "message-deleted canceled",
    ]);
    expect(await db.message.count({ where: { id: { in: [id, other.id] } } })).toBe(0);
  });

  test("waits for nothing that is being sent", async () => {
    const { access, id } = await askForTomorrow();
    await patchMessage(access, id, { status: "sending" });
    await expect(removeMessage(access, id)).rejects.toMatchObject({ code: "conflict" });
    expect((await readMessage(id)).status).toBe("sending");
  });
});

test("another project's message and request are not found, and stay as they are", async () => {
  const { id, requestId, access: theirs } = await askForTomorrow();
  const mine = await createMessageProject();
  const before = await eventsOf(theirs);
  const tries = [
    cancelMessage(mine, id),
    rescheduleMessage(mine, { id, sendAt: inDays(1) }),
    sendNow(mine, id),
    resendMessage(mine, id),
    removeMessage(mine, id),
    cancelRequest(mine, requestId),
  ];
  expect(await settledCodes(tries)).toEqual(tries.map(() => "not_found"));
  expect(await eventsOf(theirs)).toEqual(before);
});
