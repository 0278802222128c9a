import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { freePort } from "@/scripts/postgres/free-port";
import { startEmbeddedPostgres } from "@/scripts/postgres/embedded-postgres";
import { removeEmbeddedPostgres } from "@/scripts/postgres/remove-embedded-postgres";
import { applyMigrations } from "@/scripts/prisma/apply-migrations";
import { projectRoot } from "@/scripts/start/project-root";
import { startBenchReceiver } from "./bench-receiver";

/** A durable Postgres of its own in a temporary folder, and the receiver. Sets this process's environment to it. */
export async function startBenchStage() {
  const dataDir = await mkdtemp(path.join(tmpdir(), "starwire-bench-"));
  const postgres = await startEmbeddedPostgres({ dataDir, isDurable: true });
  await applyMigrations(postgres.url);
  const port = await freePort(undefined);
  Object.assign(process.env, {
    NODE_ENV: "production",
    DATABASE_URL: postgres.url,
    DATA_DIR: dataDir,
    PORT: String(port),
    WORKER_PORT: String(await freePort(undefined)),
    APP_URL: `http://localhost:${port}`,
    RECEIVER: "off",
    ENCRYPTION_KEY: "the encryption key of this benchmark only",
    AUTH_SECRET: "the session secret of this benchmark only",
    WEBHOOK_ALLOWED_NETS: "127.0.0.0/8",
    LOG_LEVEL: "warn",
    API_REQUESTS_PER_MINUTE: "1000000",
  });
  const receiver = await startBenchReceiver();
  return {
    receiver,
    webPort: port,
    stop: async () => {
      receiver.stop();
      await postgres.stop();
      await removeEmbeddedPostgres(dataDir);
    },
  };
}

export type BenchStage = Awaited<ReturnType<typeof startBenchStage>>;

export type BenchProcess = { pid: number; stop: () => Promise<void> };

/** Starts one of the product's processes as `npm start` does. */
export async function startProcess(
  args: string[],
  isReady: (line: string) => boolean,
): Promise<BenchProcess> {
  const child = spawn(process.execPath, args, { cwd: projectRoot, stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit");
  await Promise.race([
    new Promise<void>((resolve) => {
      createInterface({ input: child.stdout }).on("line", (line) => {
        if (isReady(line)) resolve();
      });
    }),
    ended.then(() => {
      throw new Error(`${args.join(" ")} ended before it was ready.`);
    }),
  ]);
  return {
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

export const startWeb = (port: number) =>
  startProcess(["node_modules/next/dist/bin/next", "start", "--port", String(port)], (line) =>
    line.includes("Ready"),
  );

export const startWorker = () =>
  startProcess(["--import", "tsx", "scripts/worker.ts"], (line) => line.startsWith("ready "));

export const startBareLoop = (webhook: { id: string; url: string }) => {
  const options = JSON.stringify({ webhookId: webhook.id, url: webhook.url });
  return startProcess(
    ["--import", "tsx", "scripts/bench/bare-loop-process.ts", options],
    (line) => line === "ready",
  );
};
