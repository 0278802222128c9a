import { eventType, staticSchema } from "inngest";

/** A webhook's lane has work. Whoever opens it with this token first serves it. `host` is for the dashboard. */
export const laneReady = eventType("webhook/lane.ready", {
  schema: staticSchema<{ webhookId: string; token: string; host: string }>(),
});

/** A webhook has kept failing long enough for a notice, or for being turned off. */
export const webhookFailing = eventType("webhook/failing", {
  schema: staticSchema<{ webhookId: string; host: string }>(),
});

/** A replay was asked for, or has come to a halt. The run reads the rest from the replay itself. */
export const replayRequested = eventType("webhook/replay.requested", {
  schema: staticSchema<{ replayId: string; webhookId: string; host: string }>(),
});

/** A message waits to be sent, or its time has changed. The run reads the message itself; one too many finds nothing to do. `channel`: each has places of its own. */
export const messageScheduled = eventType("message/scheduled", {
  schema: staticSchema<{ messageId: string; channel: "email" | "sms" }>(),
});
