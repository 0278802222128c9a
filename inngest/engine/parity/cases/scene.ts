import type { Target } from "@/inngest/engine/parity/targets/target";
import { waitUntil } from "@/inngest/engine/testing/wait-until";
import type { EndedRun } from "@/inngest/engine/parity/wire-log";

/** Where a case plays. `key` names its events and traces. */
export type Scene = { target: Target; key: string };

/** One thing that functions may rely on, whatever runs them. Asserts on what can be seen from outside only. */
export type ParityCase = {
  title: string;
  /** Name of the real server's wire log, when the calls are compared with it, too. */
  golden?: string;
  play: (scene: Scene) => Promise<void>;
};

/** Sends `parity/<name>` with the scene's key as its id and waits until its run has ended, also in the target's own eyes. */
export async function runToEnd(
  scene: Scene,
  name: string,
  data: Record<string, unknown> = {},
): Promise<EndedRun> {
  const { target, key } = scene;
  await target.send({ name: `parity/${name}`, id: key, data: { key, ...data } });
  return endOf(target, key);
}

/** Waits until a run of an event has ended. */
export async function endOf(target: Target, eventId: string): Promise<EndedRun> {
  await waitUntil(() => target.wire.ended(eventId).length > 0, `the run of ${eventId}`);
  const [run] = target.wire.ended(eventId);
  if (!run) throw new Error(`${eventId} has no run`);
  await waitUntil(
    async () => (await target.statusOf(run.runId)) === run.status,
    `${run.functionId} to be ${run.status}`,
  );
  return run;
}
