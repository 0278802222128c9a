import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { open, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { createCluster } from "./create-cluster";
import { createDatabase, hasDatabase } from "./database-admin";
import { freePort } from "./free-port";
import { openPostgresFolder, privateBase, writeState } from "./postgres-folder";
import { giveToOwnerOf } from "./private-file";
import { postgresUser } from "./postgres-user";
import { findPostgresProgram } from "./postgres-program";
import { postgresSettings } from "./postgres-settings";
import { stopOrphanPostgres } from "./stop-orphan-postgres";
import { watchParent } from "./watch-parent";

const wrongPassword = "28P01";

/** A running embedded Postgres. `ended` settles when the server is gone, wanted or not. */
export type EmbeddedPostgres = {
  url: string;
  port: number;
  isNew: boolean;
  /** Where the database of a deleted \`DATA_DIR\` was moved; null when there was none. */
  setAside: string | null;
  ended: Promise<void>;
  stop: () => Promise<void>;
};

/**
 * Starts Postgres on 127.0.0.1 with its files under `dataDir`, creating them the first time. Works as root (then under an
 * unprivileged account), as a plain user, and after a crash. The server ends with this process, however that ends.
 *
 * @param input.port default: the one used last, if free
 * @param input.isDurable false only for tests: no fsync
 * @param input.database created when absent; default `starwire`
 * @throws with one sentence when it can't run; its log is `dataDir/postgres.log`
 */
export async function startEmbeddedPostgres(input: {
  dataDir: string;
  port?: number;
  isDurable?: boolean;
  database?: string;
}): Promise<EmbeddedPostgres> {
  const dataDir = path.resolve(input.dataDir);
  const isDurable = input.isDurable ?? true;
  const { state, account, setAside } = await openPostgresFolder(dataDir);
  const program = await findPostgresProgram(account, privateBase(dataDir));
  const isNew = !(await stat(path.join(state.folder, "PG_VERSION")).catch(() => null));
  if (isNew)
    await createCluster({ program, account, folder: state.folder, password: state.password, isDurable });
  else await stopOrphanPostgres(state.folder);

  const port = input.port ?? (await freePort(state.port));
  await writeState(dataDir, { ...state, port });
  const logFile = path.join(dataDir, "postgres.log");
  const log = await open(logFile, "w", 0o600);
  await giveToOwnerOf(dataDir, logFile);
  const server = spawn(
    path.join(program, "bin", "postgres"),
    ["-D", state.folder, ...postgresSettings({ port, isDurable })],
    {
      ...account,
      cwd: state.folder,
      env: { PATH: "/usr/bin:/bin", LC_ALL: "C", NODE_ENV: "production" },
      stdio: ["ignore", log.fd, log.fd],
      detached: true,
    },
  );
  await log.close();
  const ended = once(server, "exit").then(() => undefined);
  const releaseWatch = watchParent(server);

  const base = `postgresql://${postgresUser}:${state.password}@127.0.0.1:${port}`;
  const database = input.database ?? "starwire";
  try {
    await waitUntilReady(server, `${base}/postgres`);
    if (!(await hasDatabase(`${base}/postgres`, database)))
      await createDatabase(`${base}/postgres`, database);
  } catch (error) {
    server.kill("SIGINT");
    const tail = (await readFile(logFile, "utf8")).trim().split("\n").slice(-3).join(" | ");
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Postgres did not start (${reason}). Its log, ${logFile}, ends: ${tail}`, {
      cause: error,
    });
  }
  const stop = async (): Promise<void> => {
    releaseWatch();
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.kill("SIGINT");
    const force = setTimeout(() => server.kill("SIGQUIT"), 10_000);
    await ended;
    clearTimeout(force);
  };
  return { url: `${base}/${database}`, port, isNew, setAside, ended, stop };
}

async function waitUntilReady(server: ChildProcess, url: string): Promise<void> {
  for (;;) {
    if (server.exitCode !== null || server.signalCode !== null) throw new Error("it ended at once");
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    client.on("error", () => undefined);
    const failure: unknown = await client.connect().then(
      () => null,
      (error: unknown) => error,
    );
    await client.end().catch(() => undefined);
    if (failure === null) return;
    if (failure instanceof pg.DatabaseError && failure.code === wrongPassword) throw failure;
    await sleep(30);
  }
}
