import type { AttemptOutcome } from "@/lib/webhooks/attempt-outcome";
import { describeFailure } from "@/lib/webhooks/error-advice";

/** What becomes of an attempt whose signing secrets can't be read: nothing unsigned ever leaves. */
export function unsignedOutcome(): AttemptOutcome {
  return {
    kind: "failed",
    startedAt: new Date(),
    requestHeaders: {},
    statusCode: null,
    responseHeaders: null,
    responseBody: null,
    responseBodyCut: false,
    firstByteMs: null,
    durationMs: 0,
    remoteAddress: null,
    error: describeFailure({ code: "internal_error" }),
    fault: "ours",
    retryAfterMs: null,
    gone: false,
    redirectTo: null,
  };
}
