import type { Lane, Webhook } from "@/lib/db/generated/client";
import type { HealthFacts } from "@/lib/webhooks/health-words";
import { healthThresholds } from "@/lib/webhooks/health-thresholds";
import { turnOffNotBefore } from "@/lib/webhooks/webhook-health";

/** A webhook's health as the screens tell it, from its row and its lane's counters. */
export function healthFactsOf(webhook: Webhook, lane: Lane | null, wasUsed: boolean): HealthFacts {
  return {
    isOn: webhook.isOn,
    offSince: webhook.offSince,
    offReason: webhook.offReason,
    offByName: webhook.offByName,
    lastSuccessAt: lane?.lastSuccessAt ?? null,
    wasUsed,
    firstFailureAt: lane?.firstFailureAt ?? null,
    failedAttempts: lane?.failedAttempts ?? 0,
    lastFailure: lane?.lastFailure ?? null,
    turnsOffAt: lane && turnOffNotBefore(lane, healthThresholds()),
  };
}
