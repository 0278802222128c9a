import type { LaneTiming } from "@/lib/webhooks/lane/lane-timing";

/** The machinery's clocks, shortened so that leases end and schedules run out within seconds. */
export const FAULT_TIMING: LaneTiming = {
  leaseMs: 2_000,
  budgetMs: 2_500,
  settingsAgeMaxMs: 100,
  lingerMs: 60,
  graceMs: 300,
  takeoverMs: 300,
  sweepMs: 400,
  alarmMinMs: 1e9,
  alarmSlackMs: 0,
};

export const FAULT_DELAYS_SECONDS = [0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5];
export const FAULT_ATTEMPT_TIMEOUT_MS = 350;
