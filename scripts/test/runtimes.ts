import { existsSync } from "node:fs";
import { runCommand } from "./run-command";

/** What the receiver's guide shows code for, beside Node: the program, and the Debian package that brings it. */
const RUNTIMES = [
  { program: "python3", package: "python3" },
  { program: "php", package: "php-cli" },
] as const;

const INSTALL_TIMEOUT_MS = 300_000;

/** What is missing and couldn't be installed, in sentences. As root on a system with apt-get, installs it as a package. */
export async function ensureRuntimes(): Promise<string[]> {
  const missing = await missingRuntimes();
  if (missing.length > 0 && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const packages = missing.map((runtime) => runtime.package);
    console.log(`  for the guide's code: installing ${packages.join(", ")} (apt-get)`);
    const options = {
      show: false,
      timeoutMs: INSTALL_TIMEOUT_MS,
      env: { DEBIAN_FRONTEND: "noninteractive" },
    };
    await runCommand("apt-get", ["update"], options);
    await runCommand("apt-get", ["install", "--yes", "--no-install-recommends", ...packages], options);
  }
  return (await missingRuntimes()).map(
    ({ program }) => `the guide's code: ${program} isn't here, and it has to run. Install it.`,
  );
}

async function missingRuntimes() {
  const found = await Promise.all(
    RUNTIMES.map(({ program }) =>
      runCommand(program, ["--version"], { show: false, timeoutMs: INSTALL_TIMEOUT_MS }),
    ),
  );
  return RUNTIMES.filter((_, at) => found[at]?.code !== 0);
}
