import { startEmbeddedPostgres } from "./embedded-postgres";

// For embedded-postgres.test.ts: starts a server, says so, and waits to be killed.
await startEmbeddedPostgres({ dataDir: process.argv[2] ?? "", isDurable: false });
console.log("ready");
setInterval(() => undefined, 60_000);
