import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { projectRoot } from "@/scripts/start/project-root";

/** Compiles the sending process once, so that a killed one is back within a moment. */
export async function buildSendWorker() {
  const folder = path.join(projectRoot, "node_modules/.cache/send-run");
  const file = path.join(folder, `worker-${process.pid}.mjs`);
  await mkdir(folder, { recursive: true });
  await build({
    entryPoints: [fileURLToPath(new URL("send-worker.ts", import.meta.url))],
    outfile: file,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "error",
  });
  return { file, remove: () => rm(file, { force: true }) };
}

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
