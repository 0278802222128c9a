import path from "node:path";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { sql } from "@/lib/db/sql";
import { readMigrations } from "@/scripts/prisma/read-migrations";
import { snapshotFile } from "@/scripts/prisma/schema-snapshot";

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

const RELAY_IDLE_MAX_MS = 15_000;

/**
 * The worker's port: `/healthz` (the process lives), `/readyz` (database reachable and migrated, relay at work), and
 * `/api/inngest` when an Inngest server runs our functions.
 */
export async function startWorkerServer(options: {
  port: number;
  relayIdleMs: () => number;
  inngest: Handler | null;
}): Promise<{ close: () => Promise<void> }> {
  const { migrationDirectories } = await readMigrations(path.dirname(snapshotFile));
  const migrations = migrationDirectories.map((migration) => migration.path);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://worker");
    if (pathname === "/api/inngest" && options.inngest) options.inngest(request, response);
    else if (pathname === "/healthz") answer(response, 200, "alive");
    else if (pathname === "/readyz") void answerReady(response);
    else answer(response, 404, "nothing here");
  });

  async function answerReady(response: ServerResponse): Promise<void> {
    const problem = await findProblem(migrations, options.relayIdleMs());
    answer(response, problem === null ? 200 : 503, problem ?? "ready");
  }

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, resolve);
  });
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

async function findProblem(migrations: readonly string[], relayIdleMs: number): Promise<string | null> {
  if (relayIdleMs > RELAY_IDLE_MAX_MS) return "the relay has not looked for work for 15 s";
  try {
    const applied = await sql<{ name: string }>(
      "select migration_name as name from _prisma_migrations where finished_at is not null",
    );
    const names = new Set(applied.map(({ name }) => name));
    const missing = migrations.find((name) => !names.has(name));
    return missing === undefined ? null : `the migration ${missing} is not applied`;
  } catch {
    return "the database doesn't answer";
  }
}

function answer(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(`${text}\n`);
}
