import { formatDuration } from "./format-duration";

/** Says what is being done and, on the same line, how long it took. */
export async function longStep<T>(name: string, run: () => Promise<T>): Promise<T> {
  const startedMs = performance.now();
  process.stdout.write(`  ${name} …`);
  try {
    const result = await run();
    process.stdout.write(` ${formatDuration(performance.now() - startedMs)}\n`);
    return result;
  } catch (error) {
    process.stdout.write(" failed\n");
    throw error;
  }
}
