import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { z } from "zod";
import { FAULT_TIMING } from "@/scripts/fault-run/fault-timing";

/** When a worker could not act: from its death or freezing on, or while it held a lease that it lost. */
export type Outage = { worker: string; fromMs: number; untilMs: number };

type Running = { name: string; child: ChildProcess };

/** Real processes that are killed and frozen at the scenario's will. Times are `Date.now()`. */
export function startFaultWorkers(
  file: string,
  settings: { count: number; seed: number; env: NodeJS.ProcessEnv },
) {
  const outages: Outage[] = [];
  /** Tokens of wakes that opened their lane more than once. */
  const openedTwice: string[] = [];
  const running: (Running | undefined)[] = [];
  let started = 0;

  async function start(place: number): Promise<void> {
    const name = `worker-${place}-${started}`;
    const options = JSON.stringify({ name, seed: settings.seed * 100 + started });
    started += 1;
    const child = spawn(process.execPath, [file, options], {
      env: settings.env,
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    running[place] = { name, child };
    child.on("message", (message) => {
      const twice = z.object({ openedTwice: z.string() }).safeParse(message);
      if (twice.success) openedTwice.push(twice.data.openedTwice);
      const lost = z.object({ lostAtMs: z.number() }).safeParse(message);
      if (!lost.success) return;
      const { lostAtMs } = lost.data;
      outages.push({
        worker: name,
        fromMs: lostAtMs - FAULT_TIMING.leaseMs - FAULT_TIMING.budgetMs,
        untilMs: lostAtMs,
      });
    });
    await Promise.race([once(child, "message"), once(child, "exit")]);
  }

  return {
    outages,
    openedTwice,
    start: () => Promise.all(Array.from({ length: settings.count }, (_, place) => start(place))),
    /** SIGKILL, and another one in its place. */
    async kill(place: number): Promise<void> {
      const worker = running[place];
      if (!worker) return;
      outages.push({ worker: worker.name, fromMs: Date.now(), untilMs: Number.POSITIVE_INFINITY });
      const ended = once(worker.child, "exit");
      worker.child.kill("SIGKILL");
      await ended;
      await start(place);
    },
    /** Stops the process for so long, then lets it go on. */
    async freeze(place: number, wait: () => Promise<void>): Promise<void> {
      const worker = running[place];
      if (!worker) return;
      const outage = { worker: worker.name, fromMs: Date.now(), untilMs: Number.POSITIVE_INFINITY };
      outages.push(outage);
      worker.child.kill("SIGSTOP");
      await wait();
      outage.untilMs = Date.now();
      worker.child.kill("SIGCONT");
    },
    async stop(): Promise<void> {
      await Promise.all(
        running.map(async (worker) => {
          if (!worker || worker.child.exitCode !== null || worker.child.signalCode !== null) return;
          const ended = once(worker.child, "exit");
          worker.child.kill("SIGKILL");
          await ended;
        }),
      );
    },
  };
}

export type FaultWorkers = ReturnType<typeof startFaultWorkers>;
