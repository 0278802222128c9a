import { spawn } from "node:child_process";

export type CommandResult = { code: number; output: string };

/**
 * Runs a program of node_modules/.bin or the PATH to its end. Never rejects.
 * @param options.show print its output as it comes; otherwise it is only returned
 */
export function runCommand(
  command: string,
  args: readonly string[],
  options: { show: boolean; timeoutMs: number; env?: Record<string, string> },
): Promise<CommandResult> {
  const path = `${process.cwd()}/node_modules/.bin:${process.env["PATH"] ?? ""}`;
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env: { ...process.env, ...options.env, PATH: path },
      stdio: options.show ? ["ignore", "inherit", "inherit"] : ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const timer = setTimeout(() => {
      output += `\n${command} was stopped after ${options.timeoutMs / 60_000} minutes.`;
      child.kill("SIGTERM");
    }, options.timeoutMs);
    child.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")));
    child.stderr?.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")));
    child.once("error", (error) => resolve({ code: 127, output: error.message }));
    child.once("close", (code) => {
      clearTimeout(timer);
      resolve({ code: code ?? 1, output });
    });
  });
}
