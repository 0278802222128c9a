import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { runCommand } from "./run-command";

const INSTALL_TIMEOUT_MS = 300_000;

/** The system's PgBouncer; null when there is none. Debian keeps it where only root's PATH looks. */
export function findPgBouncer(): string | null {
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin"];
  return folders.map((folder) => join(folder, "pgbouncer")).find(existsSync) ?? null;
}

/** As `findPgBouncer`; as root on a system with apt-get, installs it as a package. What needs it is skipped without. */
export async function ensurePgBouncer(): Promise<string | null> {
  const found = findPgBouncer();
  if (found || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return found;
  console.log("  no PgBouncer here: installing the package pgbouncer (apt-get)");
  const options = {
    show: false,
    timeoutMs: INSTALL_TIMEOUT_MS,
    env: { DEBIAN_FRONTEND: "noninteractive" },
  };
  await runCommand("apt-get", ["update"], options);
  await runCommand("apt-get", ["install", "--yes", "--no-install-recommends", "pgbouncer"], options);
  return findPgBouncer();
}
