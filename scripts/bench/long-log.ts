import { db } from "@/lib/db/client";
import { fillBusyReview, fillLog } from "@/lib/webhooks/testing/fill-log";
import { createTestProject, createTestWebhook } from "@/lib/webhooks/testing/test-webhook";

const DELIVERIES = 1_000_000;
const WEBHOOKS = 8;
const REVISIONS = 500;

export type LongLog = {
  project: { id: string; slug: string };
  /** The webhook with six of ten deliveries, and one with a twentieth. */
  busy: string;
  quiet: string;
  /** A review that was changed 500 times, each change delivered to every webhook. */
  busyReview: string;
};

let filled: Promise<LongLog> | undefined;

/** A project with a million deliveries to eight webhooks, filled at the first call and shared by all measures. */
export function longLog(): Promise<LongLog> {
  filled ??= fill();
  return filled;
}

async function fill(): Promise<LongLog> {
  const project = await createTestProject();
  const ids: string[] = [];
  for (let count = 0; count < WEBHOOKS; count += 1)
    ids.push((await createTestWebhook(project.id, `https://example.com/${count}`)).id);
  await fillLog(project.id, ids, DELIVERIES);
  const busyReview = await fillBusyReview(project.id, ids, REVISIONS);
  const [busy = "", , quiet = ""] = ids;
  // What is written from now on goes to one webhook, as in most projects.
  await db.webhook.updateMany({
    where: { projectId: project.id, id: { not: busy } },
    data: { allEventTypes: false, eventTypes: ["review-deleted"] },
  });
  return { project, busy, quiet, busyReview };
}
