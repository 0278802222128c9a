import { z } from "zod";
import { operation } from "@/lib/api/operation";
import { createdQuery, pageAnswer, pageQuery, pageWhere, toPage } from "@/lib/api/page";
import { db } from "@/lib/db/client";
import { PAGE_ORDER } from "@/lib/db/list-page";
import type { Event } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import { given } from "@/lib/given";
import { EVENT_CATALOG, EVENT_TYPES } from "@/lib/webhooks/event-catalog";
import { envelopeAnswer } from "@/lib/webhooks/envelope-schema";

const tag = "Events";
const permission = "manage_api";

/** An event is answered as it was sent: from the stored bytes. */
function show(event: Event): z.input<typeof envelopeAnswer> {
  return envelopeAnswer.parse(JSON.parse(event.body));
}

export const eventOperations = [
  operation({
    method: "GET",
    path: "/events",
    id: "listEvents",
    tag,
    summary: "List events, newest first",
    description:
      "What happened in the last 30 days, whether or not a webhook received it. To fill a gap, read from here.",
    permission,
    query: z.object({
      ...pageQuery,
      ...createdQuery,
      type: z.enum(EVENT_TYPES).optional(),
      resourceId: z.string().max(100).optional().describe("Of a review or message"),
    }),
    status: 200,
    answer: pageAnswer(envelopeAnswer),
    async handle({ projectId }, { query: { limit, cursor, createdFrom, createdBefore, ...filters } }) {
      const rows = await db.event.findMany({
        where: {
          projectId,
          isTest: false,
          ...pageWhere({ cursor, createdFrom, createdBefore }),
          ...given(filters),
        },
        orderBy: PAGE_ORDER,
        take: limit + 1,
      });
      return toPage(rows, limit, show);
    },
  }),
  operation({
    method: "GET",
    path: "/events/{id}",
    id: "getEvent",
    tag,
    summary: "Get an event",
    permission,
    status: 200,
    answer: envelopeAnswer,
    async handle({ projectId }, { params }) {
      const event = await db.event.findFirst({ where: { id: params["id"] ?? "", projectId } });
      if (!event) throw new AppError("not_found");
      return show(event);
    },
  }),
  operation({
    method: "GET",
    path: "/event-types",
    id: "listEventTypes",
    tag,
    summary: "List the event types",
    permission: "read",
    status: 200,
    answer: z.object({
      data: z.array(
        z.object({
          type: z.enum(EVENT_TYPES),
          description: z.string(),
          schema: z.string().describe("Path of its JSON Schema"),
        }),
      ),
    }),
    handle: async () => ({
      data: EVENT_TYPES.map((type) => ({
        type,
        description: EVENT_CATALOG[type].description,
        schema: `/api/event-types/${type}.json`,
      })),
    }),
  }),
];
