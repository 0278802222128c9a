/**
 * Connections to Postgres are probed after ten seconds of silence: a firewall or address translation in between that
 * forgets silent ones says so to nobody, and a `listen` would hear nothing more for two hours, Linux's default.
 */
export const KEEP_ALIVE = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 } as const;
