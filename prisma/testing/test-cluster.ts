import { chmod, mkdtemp, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@/scripts/postgres/embedded-postgres";
import { removeEmbeddedPostgres } from "@/scripts/postgres/remove-embedded-postgres";

const prefix = "starwire-test-";

/** A throwaway Postgres for one test run, in a temporary folder that carries our process id. */
export async function startTestCluster(): Promise<EmbeddedPostgres> {
  await removeStaleClusters();
  const dataDir = await mkdtemp(path.join(tmpdir(), `${prefix}${process.pid}-`));
  await chmod(dataDir, 0o755);
  const server = await startEmbeddedPostgres({ dataDir, isDurable: false });
  const stop = async (): Promise<void> => {
    await server.stop();
    await removeEmbeddedPostgres(dataDir);
  };
  return { ...server, stop };
}

/** What a killed run left behind: its folder, and its server if that still runs. */
async function removeStaleClusters(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(prefix));
  for (const name of names) {
    const pid = Number(name.slice(prefix.length).split("-")[0]);
    if (isAlive(pid)) continue;
    await removeEmbeddedPostgres(path.join(tmpdir(), name)).catch(() => undefined);
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
