const localHosts = new Set(["localhost", "127.0.0.1", "[::1]", ""]);

/** Tests create and drop databases. @throws unless the URL names a Postgres on this machine */
export function assertLocalDatabase(url: string): void {
  const { hostname } = new URL(url);
  if (!localHosts.has(hostname)) throw new Error(`Tests run on a local Postgres only, not on ${hostname}.`);
}
