import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { freePort } from "@/scripts/postgres/free-port";

/**
 * Real workers, each with an environment of its own, that can be frozen and killed.
 * @param file the bundled `scripts/worker.ts`
 * @param environments one for each worker
 */
export function startSendWorkers(file: string, environments: readonly Record<string, string>[]) {
  const running: ChildProcess[] = [];

  async function start(place: number): Promise<void> {
    const env = { ...process.env, ...environments[place], WORKER_PORT: String(await freePort()) };
    const child = spawn(process.execPath, ["--no-deprecation", file], {
      env,
      stdio: ["ignore", "pipe", "inherit"],
    });
    running[place] = child;
    for await (const line of createInterface({ input: child.stdout })) if (line.startsWith("ready")) return;
    throw new Error("A worker ended before it was ready.");
  }

  async function end(child: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
  }

  return {
    start,
    kill: (place: number) => end(running[place], "SIGKILL"),
    /** Lets it end what it has begun. */
    stop: (place: number) => end(running[place], "SIGTERM"),
    /** Stops them all in their tracks, until `goOn`. */
    freeze: () => running.forEach((child) => child.kill("SIGSTOP")),
    goOn: () => running.forEach((child) => child.kill("SIGCONT")),
    killAll: () => Promise.all(running.map((child) => end(child, "SIGKILL"))),
  };
}
