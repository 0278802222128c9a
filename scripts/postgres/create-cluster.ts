import { execFile } from "node:child_process";
import { chown, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import type { PostgresAccount } from "./postgres-account";
import { postgresUser } from "./postgres-user";

const run = promisify(execFile);

/**
 * Creates the database files in `folder`, whole or not at all. Text sorts by code point with Unicode case rules
 * (built-in C.UTF-8), the same on every machine and after every system update.
 */
export async function createCluster(input: {
  program: string;
  account: PostgresAccount | null;
  folder: string;
  password: string;
  isDurable: boolean;
}): Promise<void> {
  const { program, account, folder, password, isDurable } = input;
  const partial = `${folder}.new`;
  const passwordFile = `${folder}.password`;
  await rm(partial, { recursive: true, force: true });
  try {
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (account) await chown(passwordFile, account.uid, account.gid);
    const args = [
      `--pgdata=${partial}`,
      `--username=${postgresUser}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--no-instructions",
      ...(isDurable ? [] : ["--no-sync"]),
    ];
    await run(path.join(program, "bin", "initdb"), args, {
      ...account,
      cwd: path.dirname(folder),
      env: { PATH: "/usr/bin:/bin", LC_ALL: "C", NODE_ENV: "production" },
    });
    await rm(folder, { recursive: true, force: true });
    await rename(partial, folder);
  } finally {
    await rm(passwordFile, { force: true });
  }
}
