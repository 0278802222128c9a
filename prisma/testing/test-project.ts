import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import type { Role } from "@/lib/db/generated/enums";
import { newId } from "@/lib/ids";
import { recordEvent } from "@/lib/webhooks/record-event";
import { reviewSample } from "@/lib/webhooks/review-payload";
import { withEvents } from "@/lib/webhooks/with-events";
import type { EventType } from "@/lib/webhooks/event-catalog";

/** A project of its own with one member, seen through that member's eyes. */
export async function createTestProject(role: Role = "admin", userName = "Ada"): Promise<Access> {
  const projectId = newId("prj");
  const userId = newId("usr");
  const projectSlug = projectId.toLowerCase();
  await db.project.create({
    data: {
      id: projectId,
      name: "Riverside Bakery",
      slug: projectSlug,
      members: {
        create: { role, user: { create: { id: userId, name: userName, email: `${userId}@example.com` } } },
      },
    },
  });
  return { userId, userName, projectId, projectSlug, role };
}

/** Records one review event of a resource of its own, as a command would. */
export async function recordTestEvent(access: Access, type: EventType = "review-created"): Promise<string> {
  const project = { id: access.projectId, name: "Riverside Bakery", slug: access.projectSlug };
  return withEvents((tx) =>
    recordEvent(tx, { project, type, data: { ...reviewSample, id: newId("rev"), revision: 1 } }),
  );
}
