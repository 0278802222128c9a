import { createHash, randomBytes } from "node:crypto";
import { chmod, chown, mkdir, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { canUse, findPostgresAccount, type PostgresAccount } from "./postgres-account";
import { postgresUser } from "./postgres-user";
import { writePrivateFile } from "./private-file";
import { ownerNote, removeForsakenFolders } from "./remove-forsaken-folders";
import { stopOrphanPostgres } from "./stop-orphan-postgres";

const stateSchema = z.object({ folder: z.string(), password: z.string(), port: z.number().optional() });

/** What `DATA_DIR/postgres.json` keeps between starts. */
export type PostgresState = z.infer<typeof stateSchema>;

const systemBase = "/var/lib/starwire";

/** Where copies for an account that can't enter the clone or `DATA_DIR` are put. */
export function privateBase(dataDir: string): string {
  return process.getuid?.() === 0 ? systemBase : path.join(dataDir, "private");
}

/**
 * The folder of the database files, with the password that belongs to it. It is `DATA_DIR/postgres`, or, when Postgres'
 * account can't get there, a folder under `/var/lib/starwire` named after `DATA_DIR`, so that each start finds it again.
 * A deleted `DATA_DIR` means a fresh start there, too: `setAside` is then where the last database was moved.
 */
export async function openPostgresFolder(
  dataDir: string,
): Promise<{ state: PostgresState; account: PostgresAccount | null; setAside: string | null }> {
  await mkdir(dataDir, { recursive: true });
  const known = await readPostgresState(dataDir);
  if (known && (await stat(path.join(known.folder, "PG_VERSION")).catch(() => null))) {
    const account = findPostgresAccount(known.folder);
    if (canUse(account, known.folder, "write")) return { state: known, account, setAside: null };
    throw new Error(
      `The database folder ${known.folder} belongs to another account. Start as the user who started it first.`,
    );
  }
  const inside = path.join(dataDir, "postgres");
  const account = findPostgresAccount(inside);
  const isInside = await prepare(inside, account);
  if (!isInside) await rm(inside, { recursive: true });
  const { folder, setAside } = isInside
    ? { folder: inside, setAside: null }
    : await prepareElsewhere(dataDir, account);
  const state = { folder: path.join(folder, "data"), password: randomBytes(24).toString("base64url") };
  await writeState(dataDir, state);
  return { state, account, setAside };
}

/** The server's `postgres` database as an earlier start noted it; it answers while that start runs. */
export function urlOfState({ password, port }: PostgresState): string {
  return `postgresql://${postgresUser}:${password}@127.0.0.1:${port ?? 5432}/postgres`;
}

/** Notes it for the next start, whole or not at all. */
export async function writeState(dataDir: string, state: PostgresState): Promise<void> {
  await writePrivateFile(dataDir, "postgres.json", `${JSON.stringify(state, null, 2)}\n`);
}

/** What an earlier start noted, or null. */
export async function readPostgresState(dataDir: string): Promise<PostgresState | null> {
  const text = await readFile(path.join(dataDir, "postgres.json"), "utf8").catch(ifMissing);
  return text === null ? null : stateSchema.parse(JSON.parse(text));
}

async function prepare(folder: string, account: PostgresAccount | null): Promise<boolean> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (account) await chown(folder, account.uid, account.gid);
  await chmod(folder, 0o700);
  return canUse(account, folder, "write");
}

async function prepareElsewhere(
  dataDir: string,
  account: PostgresAccount | null,
): Promise<{ folder: string; setAside: string | null }> {
  const base = privateBase(dataDir);
  await mkdir(base, { recursive: true, mode: 0o755 });
  await removeForsakenFolders(base);
  const name = createHash("sha256")
    .update(await realpath(dataDir))
    .digest("hex")
    .slice(0, 16);
  const folder = path.join(base, name);
  // DATA_DIR was emptied, so this is a fresh start; the last database is set aside rather than deleted.
  const previous = `${folder}.previous`;
  const setAside = (await stat(folder).catch(() => null)) ? previous : null;
  if (setAside) {
    await stopOrphanPostgres(path.join(folder, "data"));
    await rm(previous, { recursive: true, force: true });
    await rename(folder, previous);
  }
  if (await prepare(folder, account)) {
    await writeFile(path.join(folder, ownerNote), `${dataDir}\n`);
    return { folder, setAside };
  }
  throw new Error(
    `Postgres can use neither ${dataDir} nor ${base}. Start as a plain user, choose another DATA_DIR, or set DATABASE_URL.`,
  );
}

function ifMissing(error: unknown): null {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
  throw error;
}
