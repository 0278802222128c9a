import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { killGroup } from "./kill-group";
import { spawnChild } from "./spawn-child";
import { StartError } from "./start-error";

const running = new Set<ChildProcess>();

/**
 * Runs a Node program to its end and returns the last message it sent (`process.send`), if any.
 *
 * @throws StartError with what it printed when it fails
 */
export async function runTask(args: string[], env: NodeJS.ProcessEnv, cwd?: string): Promise<unknown> {
  const child = spawnChild(args, env, cwd);
  running.add(child);
  let output = "";
  let message: unknown;
  child.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.on("message", (received) => (message = received));
  await once(child, "close");
  running.delete(child);
  if (child.exitCode !== 0)
    throw new StartError(output.trim() || `${args.join(" ")} ended with code ${child.exitCode}.`);
  return message;
}

/** Ends the tasks that run now, with their own children. */
export function endTasks(): void {
  for (const child of running) killGroup(child);
}
