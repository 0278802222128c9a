import { EVENT_CATALOG, type EventType } from "@/lib/webhooks/event-catalog";

/** The catalogue's sample of an event type as a whole notification, for documents and schemas. */
export function sampleEnvelope(type: EventType) {
  const { sample } = EVENT_CATALOG[type];
  return {
    id: "evt_01KAPQ7E8H2Q5S7V0X3Z6B9DFG",
    type,
    version: 1,
    created_at: sample.data.updated_at,
    test: false,
    project: { id: "prj_01KAPQ6Y1B4D7F0H3J6M9PRSTV", name: "Riverside Bakery", slug: "riverside-bakery" },
    data: sample.data,
    changes: sample.changes,
    previous: sample.previous,
    reason: sample.reason,
  };
}
