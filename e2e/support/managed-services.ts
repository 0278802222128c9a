import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "@playwright/test";
import pg from "pg";
import { freePort } from "@/scripts/postgres/free-port";
import { createManagedDatabase } from "@/scripts/postgres/managed-database";
import { cleanEnvironment, RUN_SETTINGS } from "./run-settings";

type Command = "build" | "migrate" | "web" | "worker" | "start" | "copy-database";

export type Ended = { code: number | null; output: string };

export type Running = {
  /** All it has said so far. */
  said: () => string;
  /** Asks it to end as a service manager does. */
  askToEnd: () => void;
  ended: Promise<Ended>;
};

/**
 * A database of one's own of this name, given out as a managed Postgres does, and the parts of Starwire as commands of
 * the shell, each with the environment that an operator would set on every machine.
 */
export async function openManagedServices(name: string) {
  const database = await createManagedDatabase(process.env["DATABASE_URL"] ?? "", name);
  const dataDir = mkdtempSync(join(tmpdir(), `starwire-${name}-`));
  const [port, workerPort] = [await freePort(), await freePort()];
  const settings = {
    ...RUN_SETTINGS,
    DATABASE_URL: database.url,
    ENCRYPTION_KEY: "the encryption key of this installation",
    AUTH_SECRET: "the session secret of this installation",
    ADMIN_EMAIL: "olga@operators.example",
    ADMIN_PASSWORD: "kite-marble-orbit-seven",
    BOOTSTRAP_API_KEY: "bootstrap-key-of-thirty-two-or-more",
    PORT: String(port),
    WORKER_PORT: String(workerPort),
    APP_URL: `http://localhost:${port}`,
    DATA_DIR: dataDir,
    DATABASE_POOL_MAX: "4",
    LOG_LEVEL: "debug",
  };
  const children: ChildProcess[] = [];

  /** `npm run <command>`, with other settings than those; undefined takes one away. */
  function begin(command: Command, changed: Record<string, string | undefined> = {}, args: string[] = []) {
    const env = Object.entries({ ...cleanEnvironment(process.env), ...settings, ...changed });
    const child = spawn("npm", ["run", "--silent", command, "--", ...args], {
      env: {
        ...Object.fromEntries(env.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))),
        NODE_ENV: "production",
      },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    children.push(child);
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (part: Buffer) => (output += part.toString("utf8")));
    return {
      said: () => output,
      askToEnd: () => void child.kill("SIGTERM"),
      ended: once(child, "close").then(([code]): Ended => ({ code, output })),
    } satisfies Running;
  }

  return {
    settings,
    appUrl: settings.APP_URL,
    workerUrl: `http://localhost:${workerPort}`,
    begin,
    run: (...call: Parameters<typeof begin>): Promise<Ended> => begin(...call).ended,
    /** Starts one that goes on, and waits until it lives. */
    async start(command: "web" | "worker", changed: Record<string, string> = {}): Promise<Running> {
      const running = begin(command, changed);
      const own = command === "web" ? (changed["PORT"] ?? port) : (changed["WORKER_PORT"] ?? workerPort);
      await expect(async () => {
        const answer = await fetch(`http://localhost:${own}/healthz`).catch(() => null);
        expect(answer?.status, running.said()).toBe(200);
      }).toPass();
      return running;
    },
    /** How many rows each table holds that holds any, but for the history of migrations. */
    async countRows(): Promise<Record<string, number>> {
      const client = new pg.Client({ connectionString: database.url });
      await client.connect();
      const { rows } = await client.query<{ name: string }>(
        `select table_name as name from information_schema.tables
         where table_schema = current_schema() and table_type = 'BASE TABLE'
           and table_name <> '_prisma_migrations'`,
      );
      const counts: Record<string, number> = {};
      for (const { name } of rows) {
        const found = await client.query<{ count: string }>(
          `select count(*) from ${pg.escapeIdentifier(name)}`,
        );
        const count = Number(found.rows[0]?.count);
        if (count > 0) counts[name] = count;
      }
      await client.end();
      return counts;
    },
    async close(): Promise<void> {
      for (const child of children) endGroup(child);
      await Promise.all(children.filter(isAlive).map((child) => once(child, "close")));
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export type ManagedServices = Awaited<ReturnType<typeof openManagedServices>>;

function isAlive(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended.
  }
}
