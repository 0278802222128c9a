import type { DataDirLock } from "./data-dir-lock";
import type { InngestServer } from "./inngest-server";
import { type KeptChild, keepChild } from "./kept-child";
import { type ProcessSettings, receiverSettings, webSettings, workerSettings } from "./process-settings";
import type { Shutdown } from "./shutdown";
import type { StartPlan } from "./start-plan";
import { watchSources } from "./watch-sources";

const workEndsMs = 17_000;
const serversEndMs = 5_000;

/**
 * Starts the processes of one start and waits until all are ready. At the end web and worker are stopped first, so that
 * no attempt begins and running ones end; then what they may be talking to: test receiver, Inngest server.
 *
 * @throws StartError with the last lines of one that ends before it is ready
 */
export async function startProcesses(input: {
  plan: StartPlan;
  inngest: InngestServer | null;
  env: NodeJS.ProcessEnv;
  lock: DataDirLock;
  shutdown: Shutdown;
}): Promise<void> {
  const { plan, inngest, lock, shutdown } = input;
  const env = { ...input.env, ...inngest?.env };
  const children: KeptChild[] = [];
  const noteChildren = (): void => {
    const pids = children.map((child) => child.pid()).filter((pid) => pid !== undefined);
    void lock.setChildren(pids);
  };
  const keep = (settings: ProcessSettings, itsEnv = env): KeptChild => {
    const child = keepChild({ ...settings, env: itsEnv, onStart: noteChildren });
    children.push(child);
    return child;
  };

  // Where its callers find it isn't for the server: it would send itself the news of how it is used, and refuse them.
  const serverEnv = { ...input.env, DO_NOT_TRACK: "1" };
  const inngestServers = inngest ? [keep(inngest.settings, serverEnv)] : [];
  shutdown.add(() => stopAll(inngestServers, serversEndMs));
  noteChildren();
  await Promise.all(inngestServers.map((child) => child.ready));
  const receivers = plan.hasReceiver ? [keep(receiverSettings())] : [];
  shutdown.add(() => stopAll(receivers, serversEndMs));
  const worker = keep(workerSettings());
  const workers = [worker, keep(webSettings(plan))];
  shutdown.add(() => stopAll(workers, workEndsMs));
  noteChildren();
  await Promise.all([...receivers, ...workers].map((child) => child.ready));
  if (plan.mode === "dev") watchSources(["lib", "inngest", "scripts"], () => worker.restart());
}

async function stopAll(children: KeptChild[], graceMs: number): Promise<void> {
  await Promise.all(children.map((child) => child.stop(graceMs)));
}
