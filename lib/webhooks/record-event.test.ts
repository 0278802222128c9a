import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/ids";
import { recordEvent } from "@/lib/webhooks/record-event";
import { reviewSample } from "@/lib/webhooks/review-payload";
import { withEvents } from "@/lib/webhooks/with-events";
import { createTestDatabase } from "@/prisma/testing/test-database";

await createTestDatabase();

async function createProject() {
  const id = newId("prj");
  return db.project.create({ data: { id, name: "Riverside Bakery", slug: id.toLowerCase() } });
}

type Settings = { isOn?: boolean; eventTypes?: string[]; deletedAt?: Date };

async function createWebhook(projectId: string, { isOn = true, eventTypes = [], deletedAt }: Settings = {}) {
  const webhook = await db.webhook.create({
    data: {
      id: newId("whk"),
      projectId,
      url: "https://example.com/hooks",
      isOn,
      offSince: isOn ? null : new Date(),
      allEventTypes: eventTypes.length === 0,
      eventTypes,
      deletedAt: deletedAt ?? null,
      lane: { create: {} },
    },
  });
  return webhook.id;
}

function reviewCreated(project: { id: string; name: string; slug: string }, id = newId("rev")) {
  return { project, type: "review-created" as const, data: { ...reviewSample, id, revision: 1 } };
}

test("one delivery for each webhook that is on and subscribed, and for no other project", async () => {
  const project = await createProject();
  const all = await createWebhook(project.id);
  const chosen = await createWebhook(project.id, { eventTypes: ["review-created", "review-deleted"] });
  await createWebhook(project.id, { eventTypes: ["review-updated"] });
  const off = await createWebhook(project.id, { isOn: false });
  await createWebhook(project.id, { deletedAt: new Date() });
  await createWebhook((await createProject()).id);

  const id = await withEvents((tx) => recordEvent(tx, reviewCreated(project)));

  const event = await db.event.findUniqueOrThrow({ where: { id }, include: { deliveries: true } });
  expect(event.deliveries.map((delivery) => delivery.webhookId).toSorted()).toEqual([all, chosen].toSorted());
  expect(event.missedBy).toEqual([off]);
  expect(JSON.parse(event.body)).toMatchObject({ id, type: "review-created", version: 1, test: false });
});

test("a rolled-back transaction leaves no event", async () => {
  const project = await createProject();
  await createWebhook(project.id);
  const change = withEvents(async (tx) => {
    await recordEvent(tx, reviewCreated(project));
    throw new Error("the change failed");
  });
  await expect(change).rejects.toThrow("the change failed");
  expect(await db.event.count({ where: { projectId: project.id } })).toBe(0);
  expect(await db.delivery.count({ where: { projectId: project.id } })).toBe(0);
});

test("a revision is recorded once", async () => {
  const project = await createProject();
  const review = newId("rev");
  await withEvents((tx) => recordEvent(tx, reviewCreated(project, review)));
  await expect(withEvents((tx) => recordEvent(tx, reviewCreated(project, review)))).rejects.toThrow();
});

test("events are recorded inside withEvents only", async () => {
  const project = await createProject();
  await expect(db.$transaction((tx) => recordEvent(tx, reviewCreated(project)))).rejects.toThrow(
    "withEvents",
  );
  expect(await db.event.count({ where: { projectId: project.id } })).toBe(0);
});
