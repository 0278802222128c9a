/** Room for changes that touch every pending delivery of a webhook: a long backlog takes seconds. */
export const SLOW_TRANSACTION = { maxWait: 10_000, timeout: 60_000 } as const;
