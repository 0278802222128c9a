import { db } from "@/lib/db/client";
import type { LinkChannel, RatingSave } from "@/lib/db/generated/enums";
import { newId } from "@/lib/ids";
import { addRatingLink } from "@/lib/rating-links/commands/create-rating-link";
import { findRatingLink, type OpenRatingLink } from "@/lib/rating-links/find-rating-link";

type Options = {
  channel?: LinkChannel;
  leftAt?: Date | null;
  ratingSave?: RatingSave;
  linkExpiryDays?: number;
};

/** A project with one webhook for everything, one customer, and a rating link that was handed out. */
export async function createRatingLinkFixture(options: Options = {}) {
  const projectId = newId("prj");
  const project = await db.project.create({
    data: {
      id: projectId,
      name: "Riverside Bakery",
      slug: projectId.toLowerCase(),
      reviewPage: {
        create: {
          ratingSave: options.ratingSave ?? "automatic",
          linkExpiryDays: options.linkExpiryDays ?? null,
        },
      },
      webhooks: { create: { id: newId("whk"), url: "https://example.com/hooks", lane: { create: {} } } },
    },
    select: { id: true, name: true, slug: true },
  });
  const customer = await db.customer.create({
    data: { id: newId("cus"), projectId, firstName: "Jane", lastName: "Doe", email: "jane@example.com" },
  });
  const request = await db.request.create({
    data: { id: newId("req"), projectId, customerId: customer.id },
  });
  const leftAt = options.leftAt === undefined ? new Date() : options.leftAt;
  const { token } = await db.$transaction((tx) =>
    addRatingLink(tx, { projectId, requestId: request.id, channel: options.channel ?? "link", leftAt }),
  );
  return { project, customer, request, token, link: await openLink(token) };
}

/** The link as a visit finds it now. @throws when it isn't open */
export async function openLink(token: string): Promise<OpenRatingLink> {
  const found = await findRatingLink(token);
  if (found.state !== "open") throw new Error(`The link is ${found.state}.`);
  return found.link;
}

/** The bodies of a project's events in the order of their revisions, and how many deliveries wait for each. */
export async function recordedEvents(projectId: string) {
  const events = await db.event.findMany({
    where: { projectId },
    orderBy: { revision: "asc" },
    include: { _count: { select: { deliveries: true } } },
  });
  return events.map((event) => ({
    type: event.type,
    revision: event.revision,
    deliveries: event._count.deliveries,
    body: envelopeOf(event.body),
  }));
}

function envelopeOf(body: string): { type: string; data: object } & Record<string, unknown> {
  return JSON.parse(body);
}
