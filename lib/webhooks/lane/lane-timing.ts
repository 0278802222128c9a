/** The clocks of relay and lanes, in milliseconds. Tests run the same machinery with shorter ones. */
export type LaneTiming = {
  /** How long a lease lasts; renewed four times as often. After a holder's death its lane waits this long at most. */
  leaseMs: number;
  /** How long one run works before it hands the lane back. */
  budgetMs: number;
  /** No request starts on settings older than this. */
  settingsAgeMaxMs: number;
  /** How long a busy lane stays open for what comes next. */
  lingerMs: number;
  /** A claimed lane whose wake got lost is claimed again after this, then ever slower. */
  graceMs: number;
  /** Between ending a dead holder's lease and the next claim; longer than settingsAgeMaxMs, so a holder that is only
   * slow has noticed. */
  takeoverMs: number;
  /** Looks for work that no hint announced. */
  sweepMs: number;
  /** A retry further away than this is waited for by a sleeping run, which the dashboard shows. */
  alarmMinMs: number;
  /** How much later than its alarm the relay serves a lane that a sleeping run was to wake. */
  alarmSlackMs: number;
};

export const LANE_TIMING: LaneTiming = {
  leaseMs: 12_000,
  budgetMs: 30_000,
  settingsAgeMaxMs: 200,
  lingerMs: 250,
  graceMs: 5_000,
  takeoverMs: 500,
  sweepMs: 3_000,
  alarmMinMs: 2_000,
  alarmSlackMs: 1_000,
};
