/** Messages that one worker of the run hands over at the same time. */
export const AT_ONCE = 8;

/** Short, so that the run needn't wait minutes for what a killed worker held. */
export const LEASE_MS = 4_000;
