/**
 * Command line settings of an embedded Postgres: loopback only, no socket files, UTC. A durable one keeps every
 * committed transaction through a power cut; one for tests doesn't, and is faster for it.
 */
export function postgresSettings(input: { port: number; isDurable: boolean }): string[] {
  const settings: Record<string, string> = {
    listen_addresses: "127.0.0.1",
    port: String(input.port),
    unix_socket_directories: "",
    max_connections: "150",
    shared_buffers: "256MB",
    effective_cache_size: "1GB",
    max_wal_size: "2GB",
    checkpoint_timeout: "10min",
    wal_level: "minimal",
    max_wal_senders: "0",
    wal_compression: "on",
    random_page_cost: "1.1",
    jit: "off",
    timezone: "UTC",
    log_timezone: "UTC",
    lc_messages: "C",
    log_checkpoints: "off",
    synchronous_commit: "on",
    ...(input.isDurable
      ? {}
      : { fsync: "off", full_page_writes: "off", synchronous_commit: "off", shared_buffers: "128MB" }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}
