import type { EventType } from "@/lib/webhooks/event-catalog";

type VisitRow = { customer: string; events: { type: EventType; note: string }[] };

/** What one customer's visit makes, in the order of arrival. */
export const VISIT_ROWS: readonly VisitRow[] = [
  {
    customer: "clicks 4 stars in the message",
    events: [
      { type: "review-created", note: "status rated, revision 1" },
      { type: "message-updated", note: "clicked_at is set" },
      { type: "message-deleted", note: "one for each reminder that is no longer sent" },
    ],
  },
  {
    customer: "writes something and submits it",
    events: [{ type: "review-updated", note: "status submitted, revision 2" }],
  },
  {
    customer: "edits the text the next day",
    events: [{ type: "review-updated", note: "body, revision 3" }],
  },
  { customer: "clicks 4 stars again", events: [] },
  {
    customer: "clicks 2 stars and confirms the change",
    events: [{ type: "review-updated", note: "score and label" }],
  },
  {
    customer: "uses the public page: stars and text at once",
    events: [
      { type: "review-created", note: "status rated, revision 1" },
      { type: "review-updated", note: "status submitted, revision 2" },
    ],
  },
];
