import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";

/** One line of standard input. In a terminal it asks, and doesn't show what is typed. */
export async function readSecretLine(question: string): Promise<string> {
  const isTerminal = process.stdin.isTTY;
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: isTerminal });
  if (isTerminal) process.stdout.write(question);
  try {
    for await (const line of lines) return line.trim();
    return "";
  } finally {
    if (isTerminal) process.stdout.write("\n");
    lines.close();
  }
}
