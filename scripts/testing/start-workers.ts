import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { freePort } from "@/scripts/postgres/free-port";

/**
 * Real workers, as `npm run worker` starts them, on one database.
 * @param file the bundled `scripts/worker.ts`
 * @returns how to end them as an operator does, what they have logged so far, and their exit codes
 */
export async function startWorkers(
  file: string,
  count: number,
  environment: Record<string, string>,
): Promise<{ terminate: () => void; logged: () => string; ended: () => Promise<number[]> }> {
  const logged: string[] = [];
  const ports = Array.from({ length: count }, () => freePort());
  const children = (await Promise.all(ports)).map((port) => {
    const child = spawn(process.execPath, ["--no-deprecation", file], {
      env: { ...process.env, ...environment, WORKER_PORT: String(port) },
      stdio: ["ignore", "pipe", "pipe"],
    });
    createInterface({ input: child.stderr }).on("line", (line) => {
      logged.push(line);
      process.stderr.write(`${line}\n`);
    });
    const exit = once(child, "exit").then(([code, signal]) => {
      if (signal) throw new Error(`A worker was ended by ${String(signal)}.`);
      return Number(code);
    });
    const isReady = new Promise<void>((resolve) => {
      createInterface({ input: child.stdout }).on("line", (line) => line.startsWith("ready") && resolve());
    });
    return { child, exit, isReady };
  });
  await Promise.all(
    children.map(({ isReady, exit }) =>
      Promise.race([isReady, exit.then((code) => Promise.reject(new Error(`A worker ended with ${code}.`)))]),
    ),
  );
  return {
    logged: () => logged.join("\n"),
    terminate: () => children.forEach(({ child }) => child.kill("SIGTERM")),
    ended: () => Promise.all(children.map(({ exit }) => exit)),
  };
}
