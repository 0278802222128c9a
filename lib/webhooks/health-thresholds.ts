import { env } from "@/lib/env";
import type { HealthThresholds } from "@/lib/webhooks/webhook-health";

/** When failing webhooks are noticed and turned off in this installation. */
export function healthThresholds(): HealthThresholds {
  const values = env();
  return {
    disableAfterHours: values.WEBHOOK_DISABLE_AFTER_HOURS,
    disableAfterHoursNeverSucceeded: values.WEBHOOK_DISABLE_AFTER_HOURS_NEVER_SUCCEEDED,
    minAttempts: values.WEBHOOK_DISABLE_MIN_ATTEMPTS,
    minEvents: values.WEBHOOK_DISABLE_MIN_EVENTS,
    minSpanHours: values.WEBHOOK_DISABLE_MIN_SPAN_HOURS,
    noticeAfterHours: values.WEBHOOK_NOTICE_AFTER_HOURS,
  };
}
