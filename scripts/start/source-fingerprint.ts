import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

const skipped = new Set(["lib/db/generated", "node_modules"]);

/**
 * SHA-256 over the names and contents of the files under the given folders and files of `root`, tests left out. Times
 * play no part: a clone, a copy and a checkout of the same sources are the same.
 */
export async function fingerprint(root: string, entries: string[], salt = ""): Promise<string> {
  const files = (await Promise.all(entries.map((entry) => listFiles(root, entry)))).flat().toSorted();
  const hash = createHash("sha256").update(salt);
  for (const file of files) hash.update(`\0${file}\0`).update(await readFile(path.join(root, file)));
  return hash.digest("hex");
}

async function listFiles(root: string, entry: string): Promise<string[]> {
  if (skipped.has(entry) || /\.test\.tsx?$/.test(entry)) return [];
  const children = await readdir(path.join(root, entry), { withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => (error.code === "ENOTDIR" ? "file" : "missing"),
  );
  if (children === "missing") return [];
  if (typeof children === "string") return [entry];
  return (await Promise.all(children.map((child) => listFiles(root, `${entry}/${child.name}`)))).flat();
}
