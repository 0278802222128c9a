import { expect } from "vitest";
import type { Trace } from "@/inngest/engine/parity/trace";
import { endOf, runToEnd, type ParityCase } from "./scene";

/** What failing functions may rely on. */
export const failureCases: ParityCase[] = [
  {
    title: "a failing step is tried again, with a count of attempts of its own",
    golden: "flaky",
    async play(scene) {
      const { trace } = scene.target;
      const { status, output } = await runToEnd(scene, "flaky");
      expect({ status, output }).toEqual({ status: "completed", output: [3, 2] });
      expect(trace.details(scene.key, "a")).toEqual([0, 1, 2]);
      expect(trace.details(scene.key, "b")).toEqual([0, 1]);
    },
  },
  {
    title: "a function that throws is tried again and keeps its steps",
    golden: "throws",
    async play(scene) {
      const { trace } = scene.target;
      const { output } = await runToEnd(scene, "throws");
      expect(output).toEqual(["a", 3]);
      expect(trace.count(scene.key, "a")).toBe(1);
      expect(trace.details(scene.key, "body")).toEqual([0, 1, 2]);
    },
  },
  {
    title: "a step's last failure can be caught, and the function goes on",
    golden: "catches",
    async play(scene) {
      const { trace } = scene.target;
      const { status, output } = await runToEnd(scene, "catches");
      expect(status).toBe("completed");
      expect(output).toEqual({ caught: { name: "TypeError", message: "always fails" }, b: "b" });
      expect(trace.details(scene.key, "a")).toEqual([0, 1]);
      expect(trace.count(scene.key, "b")).toBe(1);
    },
  },
  {
    title: "a failure that isn't caught ends the run and starts onFailure with its error and event",
    golden: "uncaught",
    async play(scene) {
      const { target, key } = scene;
      const { status, runId } = await runToEnd(scene, "uncaught");
      expect(status).toBe("failed");
      await endOf(target, runId);
      expect(target.trace.details(key, "a")).toEqual([0, 1]);
      expect(target.trace.details(key, "on-failure")).toEqual([
        {
          id: runId,
          error: "never works",
          data: expect.objectContaining({
            function_id: "parity-uncaught",
            run_id: runId,
            event: expect.objectContaining({ id: key, name: "parity/uncaught", data: { key } }),
            error: expect.objectContaining({ name: "Error", message: "never works" }),
          }),
        },
      ]);
    },
  },
  ...(["body", "step"] as const).map((where): ParityCase => ({
    title: `NonRetriableError in the ${where} ends the run at once`,
    golden: `final-${where}`,
    async play(scene) {
      const { target, key } = scene;
      const { status, runId } = await runToEnd(scene, "final", { where });
      expect(status).toBe("failed");
      await endOf(target, runId);
      expect(target.trace.details(key, where === "body" ? "body" : "a")).toEqual([0]);
      expect(target.trace.details(key, "on-failure")).toEqual(["no use"]);
    },
  })),
  {
    title: "retries: 0 means one attempt",
    golden: "once",
    async play(scene) {
      const { status } = await runToEnd(scene, "once");
      expect(status).toBe("failed");
      expect(scene.target.trace.details(scene.key, "body")).toEqual([0]);
    },
  },
  {
    title: "RetryAfterError decides when to try again, in seconds and as a date",
    golden: "later",
    async play(scene) {
      const { trace } = scene.target;
      const { status } = await runToEnd(scene, "later");
      expect(status).toBe("completed");
      // The real server counts in whole seconds.
      for (const [what, waitMs] of Object.entries({ seconds: 2_000, date: 2_500, body: 2_000 })) {
        expect(trace.details(scene.key, what)).toEqual([0, 1]);
        expect(gapMs(trace, scene.key, what)).toBeGreaterThanOrEqual(waitMs - 1_000);
      }
    },
  },
  {
    title: "a failing onFailure handler is tried once more and starts no other",
    golden: "fails-twice",
    async play(scene) {
      const { target, key } = scene;
      const { runId } = await runToEnd(scene, "fails-twice");
      const failure = await endOf(target, runId);
      expect(failure.status).toBe("failed");
      expect(target.trace.details(key, "on-failure")).toEqual([0, 1]);
    },
  },
  {
    title: "parallel steps fail and are tried again each by itself",
    async play(scene) {
      const { trace } = scene.target;
      const { output } = await runToEnd(scene, "parallel-failure");
      expect(output).toEqual(["good", 2, "rejected"]);
      expect(trace.details(scene.key, "good")).toEqual([0]);
      expect(trace.details(scene.key, "flaky")).toEqual([0, 1]);
      expect(trace.details(scene.key, "bad")).toEqual([0, 1]);
    },
  },
];

function gapMs(trace: Trace, key: string, what: string): number {
  const [first, second] = trace.of(key).filter((entry) => entry.what === what);
  return (second?.at ?? 0) - (first?.at ?? 0);
}
