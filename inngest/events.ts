import { eventType, staticSchema } from "inngest";

/** A webhook's lane has work. Whoever opens it with this token first serves it. `host` is for the dashboard. */
export const laneReady = eventType("webhook/lane.ready", {
  schema: staticSchema<{ webhookId: string; token: string; host: string }>(),
});

/** A webhook has kept failing long enough for a notice, or for being turned off. */
export const webhookFailing = eventType("webhook/failing", {
  schema: staticSchema<{ webhookId: string; host: string }>(),
});
