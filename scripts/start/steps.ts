import { formatDuration } from "./format-duration";

/** The long steps of one start, said as they happen. */
export type Steps = {
  /** Says what is being done and, on the same line, how long it took. `isOnce`: the next start needn't do it. */
  run: <T>(name: string, work: () => Promise<T>, options?: { isOnce: boolean }) => Promise<T>;
  addOnce: (ms: number) => void;
  /** Time spent on what the next start needn't do. */
  onceMs: () => number;
};

export function createSteps(): Steps {
  let onceMs = 0;
  return {
    addOnce: (ms) => {
      onceMs += ms;
    },
    onceMs: () => onceMs,
    async run(name, work, options) {
      const startedMs = performance.now();
      process.stdout.write(`  ${name} …`);
      try {
        const result = await work();
        const tookMs = performance.now() - startedMs;
        if (options?.isOnce) onceMs += tookMs;
        process.stdout.write(` ${formatDuration(tookMs)}\n`);
        return result;
      } catch (error) {
        process.stdout.write(" failed\n");
        throw error;
      }
    },
  };
}
