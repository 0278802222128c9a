import { execFileSync, spawnSync } from "node:child_process";
import { statSync } from "node:fs";

/** The operating system account Postgres runs as. */
export type PostgresAccount = { uid: number; gid: number };

/**
 * Postgres refuses to run as root, so root lends it an unprivileged account: the owner of an existing data folder, else
 * the system's Postgres account, else `nobody`. Null when we are a plain user, who simply runs it.
 *
 * @throws when we are root and the system knows none of these accounts
 */
export function findPostgresAccount(dataFolder: string): PostgresAccount | null {
  if (process.getuid?.() !== 0) return null;
  const owner = statSync(dataFolder, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  for (const name of ["postgres", "_postgres", "nobody"]) {
    const account = lookUp(name);
    if (account) return account;
  }
  throw new Error(
    "Postgres can't run as root and found no other account. Start as a plain user, or set DATABASE_URL.",
  );
}

/** True when the account can enter the folder and, if asked, write in it. */
export function canUse(account: PostgresAccount | null, folder: string, need: "read" | "write"): boolean {
  const test = need === "write" ? 'cd -- "$0" && test -w .' : 'cd -- "$0" && test -r .';
  return spawnSync("/bin/sh", ["-c", test, folder], { ...account, cwd: "/", stdio: "ignore" }).status === 0;
}

function lookUp(name: string): PostgresAccount | null {
  const ask = (flag: string): number =>
    Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: "pipe" }));
  try {
    return { uid: ask("-u"), gid: ask("-g") };
  } catch {
    return null;
  }
}
