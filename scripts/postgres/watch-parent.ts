import { type ChildProcess, spawn } from "node:child_process";

/**
 * Makes Postgres end when this process dies without a word (SIGKILL): a tiny shell holds a pipe from us and asks the
 * server for a fast shutdown when the pipe closes. The pause lets other children finish their last writes first.
 * Returns what ends the watch.
 */
export function watchParent(server: ChildProcess): () => void {
  const watch = spawn("/bin/sh", ["-c", 'cat; sleep 2; kill -INT "$0"', String(server.pid)], {
    stdio: ["pipe", "ignore", "ignore"],
    cwd: "/",
    detached: true,
  });
  watch.unref();
  const release = (): void => {
    if (watch.pid && watch.exitCode === null && watch.signalCode === null)
      process.kill(-watch.pid, "SIGKILL");
  };
  server.once("exit", release);
  return release;
}
