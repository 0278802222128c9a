import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** Real processes that send, and that can be killed. */
export function startSendWorkers(file: string, count: number, env: NodeJS.ProcessEnv) {
  const running: ChildProcess[] = [];

  async function start(place: number): Promise<void> {
    const child = spawn(process.execPath, ["--no-deprecation", file], {
      env,
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    running[place] = child;
    await Promise.race([once(child, "message"), once(child, "exit")]);
  }

  async function end(child: ChildProcess | undefined, how: (child: ChildProcess) => unknown): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    how(child);
    await ended;
  }

  return {
    start: () => Promise.all(Array.from({ length: count }, (_, place) => start(place))),
    /** SIGKILL, and another one in its place. */
    async kill(place: number): Promise<void> {
      await end(running[place], (child) => child.kill("SIGKILL"));
      await start(place);
    },
    /** Lets them end what they have begun. */
    stop: () => Promise.all(running.map((child) => end(child, (each) => each.send("stop")))),
    killAll: () => Promise.all(running.map((child) => end(child, (each) => each.kill("SIGKILL")))),
  };
}
