import { EVENT_TYPES, type EventType } from "@/lib/webhooks/event-catalog";

/** Which events a webhook receives: `All events`, or the chosen types. */
export function chosenTypesWords(webhook: {
  allEventTypes: boolean;
  eventTypes: readonly EventType[];
}): string {
  if (webhook.allEventTypes) return "All events";
  if (webhook.eventTypes.length === EVENT_TYPES.length)
    return `All ${EVENT_TYPES.length} event types of today`;
  return webhook.eventTypes.join(", ");
}
