import { cleanEnvironment } from "@/e2e/support/run-settings";
import { startEmbeddedPostgres } from "@/scripts/postgres/embedded-postgres";
import { freePort } from "@/scripts/postgres/free-port";
import { createManagedDatabase } from "@/scripts/postgres/managed-database";
import { answers } from "@/scripts/start/answers";
import { buildIfChanged } from "@/scripts/start/build-if-changed";
import { type ChildSettings, keepChild, type KeptChild } from "@/scripts/start/kept-child";
import { runTask } from "@/scripts/start/run-task";
import { createSteps } from "@/scripts/start/steps";
import type { KillTarget, Part, Role } from "./kill-target";

const STOP_MS = 20_000;

/**
 * Starwire as it runs on many machines: a Postgres that gives it a role without special rights, the tables by `migrate`,
 * and so many web and worker processes, each started again when it ends, as a service manager would.
 */
export async function startParts(
  dataDir: string,
  settings: Record<string, string>,
  counts: Record<Role, number>,
): Promise<KillTarget> {
  const server = await startEmbeddedPostgres({ dataDir, database: "postgres" });
  const { url: databaseUrl } = await createManagedDatabase(server.url, "starwire");
  const base: NodeJS.ProcessEnv = {
    ...cleanEnvironment(process.env),
    ...settings,
    DATABASE_URL: databaseUrl,
    DATABASE_POOL_MAX: "6",
    NODE_ENV: "production",
  };
  await buildIfChanged(base, createSteps());
  await runTask(["--import", "tsx", "scripts/migrate.ts"], base);

  const running: { part: Part; child: KeptChild }[] = [];
  const appUrls: string[] = [];
  for (let place = 0; place < counts.worker; place += 1) {
    const env = { ...base, WORKER_PORT: String(await freePort()) };
    const isReady = (lines: string[]) => lines.some((line) => line.startsWith("ready "));
    const args = ["--import", "tsx", "scripts/worker.ts"];
    running.push({
      part: { role: "worker", place },
      child: keepSilently({ name: "worker", args, env, isReady }),
    });
  }
  for (let place = 0; place < counts.web; place += 1) {
    const port = String(await freePort());
    const url = `http://localhost:${port}`;
    const args = ["node_modules/next/dist/bin/next", "start", "--port", port];
    const env = { ...base, PORT: port };
    const isReady = () => answers(`${url}/healthz`);
    running.push({ part: { role: "web", place }, child: keepSilently({ name: "web", args, env, isReady }) });
    appUrls.push(url);
  }
  await Promise.all(running.map(({ child }) => child.ready));
  return {
    databaseUrl,
    appUrls,
    parts: running.map(({ part }) => part).toSorted((a, b) => a.place - b.place),
    async pidOf({ role, place }: Part): Promise<number | null> {
      const found = running.find(({ part }) => part.role === role && part.place === place);
      return found?.child.pid() ?? null;
    },
    async stop(): Promise<void> {
      await Promise.all(running.map(({ child }) => child.stop(STOP_MS)));
      await server.stop();
    },
  };
}

function keepSilently(settings: Omit<ChildSettings, "onStart" | "say">): KeptChild {
  return keepChild({ ...settings, onStart: () => undefined, say: () => undefined });
}
