import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const exitWithParent = fileURLToPath(new URL("exit-with-parent.mjs", import.meta.url));

/**
 * A Node program that ends when this process does, however that ends. It heads a process group of its own, so that
 * Ctrl-C in a terminal reaches it through us, in order.
 */
export function spawnChild(args: string[], env: NodeJS.ProcessEnv, cwd?: string): ChildProcess {
  return spawn(process.execPath, ["--import", exitWithParent, ...args], {
    cwd,
    env: { ...env, STARWIRE_PARENT: String(process.pid) },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    detached: true,
  });
}
