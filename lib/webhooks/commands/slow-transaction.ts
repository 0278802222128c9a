/** Room for changes that wait for others of the same project, or touch every pending delivery of a webhook. */
export const SLOW_TRANSACTION = { maxWait: 10_000, timeout: 60_000 } as const;
