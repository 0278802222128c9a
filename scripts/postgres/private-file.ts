import { chown, rename, stat, writeFile } from "node:fs/promises";
import path from "node:path";

/**
 * Writes a file in `DATA_DIR` that only its owner may read, whole or not at all. When root starts in a folder of
 * somebody else, the file goes to that somebody, who can then start as well.
 */
export async function writePrivateFile(dataDir: string, name: string, text: string): Promise<void> {
  const file = path.join(dataDir, name);
  const partial = `${file}.${process.pid}`;
  await writeFile(partial, text, { mode: 0o600 });
  await giveToOwnerOf(dataDir, partial);
  await rename(partial, file);
}

/** Gives `file` the owner of `folder`, where we may. */
export async function giveToOwnerOf(folder: string, file: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = await stat(folder);
  await chown(file, uid, gid);
}
