import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, chown, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { freePort } from "@/scripts/postgres/free-port";
import { findPostgresAccount } from "@/scripts/postgres/postgres-account";

/** Fewer than the processes behind it have connections, so that a server connection serves all of them in turn. */
const SERVERS = 4;

/**
 * A PgBouncer in front of one database, in transaction mode, with nothing set to be lenient: no startup parameter is
 * ignored, and nothing resets a connection between two clients.
 * @param program its executable
 */
export async function startPgBouncer(program: string, databaseUrl: string) {
  const { hostname, port, pathname, username, password } = new URL(databaseUrl);
  const folder = await mkdtemp(join(tmpdir(), "starwire-pgbouncer-"));
  const own = String(await freePort());
  const config = join(folder, "pgbouncer.ini");
  const users = join(folder, "users.txt");
  await writeFile(users, `"${decodeURIComponent(username)}" "${decodeURIComponent(password)}"\n`);
  await writeFile(
    config,
    `[databases]
pooled = host=${hostname} port=${port} dbname=${pathname.slice(1)}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${own}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${users}
admin_users = ${decodeURIComponent(username)}
pool_mode = transaction
default_pool_size = ${SERVERS}
max_client_conn = 200
`,
  );
  const account = findPostgresAccount(folder);
  if (account) for (const file of [folder, config, users]) await chown(file, account.uid, account.gid);
  await chmod(users, 0o600);
  const child = spawn(program, ["--quiet", config], { ...account, stdio: ["ignore", "inherit", "inherit"] });
  const pooledUrl = (name: string) => {
    const url = new URL(databaseUrl);
    url.hostname = "127.0.0.1";
    url.port = own;
    url.pathname = `/${name}`;
    return url.href;
  };
  await waitUntilReady(pooledUrl("pooled"), () => child.exitCode !== null);

  return {
    url: pooledUrl("pooled"),
    /** Rows of a SHOW command of its console. */
    async show(what: "stats" | "servers"): Promise<Record<string, unknown>[]> {
      const client = new pg.Client({ connectionString: pooledUrl("pgbouncer") });
      await client.connect();
      // Its console knows simple queries only.
      const { rows } = await client.query<Record<string, unknown>>(`show ${what}`);
      await client.end();
      return rows;
    },
    async stop(): Promise<void> {
      if (child.exitCode === null) {
        const ended = once(child, "exit");
        child.kill("SIGINT");
        const force = setTimeout(() => child.kill("SIGKILL"), 5_000);
        await ended;
        clearTimeout(force);
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function waitUntilReady(url: string, hasEnded: () => boolean): Promise<void> {
  for (;;) {
    if (hasEnded()) throw new Error("PgBouncer ended before it was ready.");
    const client = new pg.Client({ connectionString: url });
    client.on("error", () => undefined);
    const isReady = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (isReady) return;
    await sleep(50);
  }
}
