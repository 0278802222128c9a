import { endTasks } from "./run-task";

export type Shutdown = {
  /** Runs at the end, before what was added earlier. */
  add: (work: () => Promise<void>) => void;
  run: (exitCode: number) => Promise<never>;
  hasBegun: () => boolean;
};

const parentPollMs = 500;
/** One Ctrl-C comes twice: from the terminal, and passed on by npm. */
const sameKeyMs = 1_000;

/**
 * Ends everything in the reverse order of its start, on SIGINT, SIGTERM, SIGHUP, and when npm, which started us, was
 * killed. A second signal ends this process at once; the children then end by themselves.
 */
export function createShutdown(): Shutdown {
  const works: (() => Promise<void>)[] = [];
  let hasBegun = false;

  async function run(exitCode: number): Promise<never> {
    if (hasBegun) return new Promise<never>(() => undefined);
    hasBegun = true;
    endTasks();
    for (const work of works.toReversed()) {
      await work().catch((error: unknown) => console.error(error instanceof Error ? error.message : error));
    }
    process.exit(exitCode);
  }

  let firstMs = 0;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (hasBegun && performance.now() - firstMs < sameKeyMs) return;
      if (hasBegun) process.exit(1);
      firstMs = performance.now();
      console.log("\nStopping.");
      void run(0);
    });
  }
  const parent = process.ppid;
  if (process.env["npm_lifecycle_event"]) {
    setInterval(() => {
      if (process.ppid !== parent) void run(0);
    }, parentPollMs).unref();
  }
  return { add: (work) => works.push(work), run, hasBegun: () => hasBegun };
}
