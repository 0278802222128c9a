import { readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { stopOrphanPostgres } from "./stop-orphan-postgres";

/** Names the DATA_DIR whose database a folder holds. */
export const ownerNote = "belongs-to.txt";

const keepMs = 30 * 24 * 60 * 60_000;

/**
 * Deletes the folders of `base` whose DATA_DIR is gone: nothing can open their databases any more. One below the system's
 * folder for temporary files goes at once; any other 30 days after it was last written, since its disk may only be away.
 */
export async function removeForsakenFolders(base: string, nowMs = Date.now()): Promise<void> {
  for (const name of await readdir(base)) {
    const folder = path.join(base, name);
    const owner = (await readFile(path.join(folder, ownerNote), "utf8").catch(() => "")).trim();
    if (owner === "" || (await stat(owner).catch(() => null))) continue;
    const data = path.join(folder, "data");
    const written = await stat(path.join(data, "global/pg_control")).catch(() => null);
    const isTemporary = owner.startsWith(`${tmpdir()}${path.sep}`);
    if (!isTemporary && written && nowMs - written.mtimeMs < keepMs) continue;
    await stopOrphanPostgres(data);
    await rm(folder, { recursive: true, force: true });
  }
}
