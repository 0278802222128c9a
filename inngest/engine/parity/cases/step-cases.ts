import { expect } from "vitest";
import { waitUntil } from "@/inngest/engine/testing/wait-until";
import { endOf, runToEnd, type ParityCase } from "./scene";

/** What succeeding steps may rely on. */
export const stepCases: ParityCase[] = [
  {
    title: "steps run once each, in order, and hand on their results",
    golden: "serial",
    async play(scene) {
      const { trace } = scene.target;
      const { status, output } = await runToEnd(scene, "serial");
      expect({ status, output }).toEqual({
        status: "completed",
        output: { c: [{ n: 1 }, { n: 2 }], name: "parity/serial" },
      });
      expect(trace.names(scene.key).filter((name) => name !== "body")).toEqual(["a", "b", "c"]);
      const event = {
        id: scene.key,
        name: "parity/serial",
        data: { key: scene.key },
        ts: "number",
        user: {},
      };
      expect(trace.details(scene.key, "body")[0]).toEqual({ attempt: 0, hasRunId: true, event });
    },
  },
  {
    title: "parallel steps and a sleep end before the function goes on",
    async play(scene) {
      const { output } = await runToEnd(scene, "parallel");
      expect(output).toEqual([2, 3, "slept"]);
      expect(scene.target.trace.names(scene.key)).toEqual(["first", "p", "q", "last"]);
    },
  },
  {
    title: "steps may follow one of several parallel ones",
    golden: "nested",
    async play(scene) {
      const { output } = await runToEnd(scene, "nested");
      expect(output).toEqual([2, 10]);
      expect(scene.target.trace.names(scene.key)).toEqual(["a", "c", "b"]);
    },
  },
  {
    title: "a step's id may be used again, in a loop",
    golden: "loop",
    async play(scene) {
      const { output } = await runToEnd(scene, "loop");
      expect(output).toEqual([0, 1, 4, 9]);
      expect(scene.target.trace.details(scene.key, "turn")).toEqual([0, 1, 2, 3]);
    },
  },
  {
    title: "results come back as JSON",
    golden: "values",
    async play(scene) {
      const { output } = await runToEnd(scene, "values");
      expect(output).toBeNull();
      expect(scene.target.trace.details(scene.key, "seen")).toEqual([
        {
          date: "1970-01-01T00:00:00.000Z",
          nothing: null,
          nul: null,
          deep: { list: [1, { two: "zwei \u0000 \u{1f600}" }] },
        },
      ]);
    },
  },
  {
    title: "sleeps last as long as asked, and not at all into the past",
    golden: "sleeps",
    async play(scene) {
      await runToEnd(scene, "sleeps");
      const [before, between, , time, afterSoon] = scene.target.trace.of(scene.key);
      expect(scene.target.trace.names(scene.key)).toEqual([
        "before",
        "between",
        "after-past",
        "time",
        "after-soon",
      ]);
      expect((between?.at ?? 0) - (before?.at ?? 0)).toBeGreaterThanOrEqual(2_000);
      // The real server counts in whole seconds.
      expect(afterSoon?.at).toBeGreaterThanOrEqual(Date.parse(String(time?.detail)) - 1_000);
    },
  },
  {
    title: "steps may be reported several at a time",
    golden: "buffered",
    async play(scene) {
      const { status, output } = await runToEnd(scene, "buffered");
      expect({ status, output }).toEqual({ status: "completed", output: "all" });
      expect(scene.target.trace.names(scene.key)).toEqual(["a", "b", "c", "d", "e"]);
    },
  },
  {
    title: "a sent event starts each of its functions once per event id",
    golden: "fan-out",
    async play(scene) {
      const { target, key } = scene;
      const { output } = await runToEnd(scene, "fan-out");
      expect(output).toEqual({ sent: 2, again: 1 });
      const all = [`${key}-1`, `${key}-2`];
      await waitUntil(() => all.every((id) => target.wire.ended(id).length >= 2), "the children");
      await target.send({ name: "parity/other-child", id: `${key}-3`, data: { key, n: 3 } });
      await endOf(target, `${key}-3`);
      const seen = target.trace.of(key).map(({ what, detail }) => `${what} ${String(detail)}`);
      expect(seen.toSorted()).toEqual(["child 1", "child 2", "child 3", "child-too 1", "child-too 2"]);
    },
  },
  {
    title: "an event id starts one run, while it runs and after",
    async play({ target, key }) {
      const event = { name: "parity/sleeps", id: key, data: { key } };
      await target.send(event);
      await waitUntil(() => target.trace.count(key, "before") > 0, "the first run");
      await target.send(event);
      await endOf(target, key);
      await target.send(event);
      await target.send({ name: "parity/other-child", id: `${key}-last`, data: { key } });
      await endOf(target, `${key}-last`);
      expect(new Set(target.wire.of(key).map(({ call }) => call.ctx.run_id)).size).toBe(1);
      expect(target.trace.count(key, "before")).toBe(1);
    },
  },
  {
    title: "events without an id start a run each",
    async play({ target, key }) {
      const event = { name: "parity/other-child", data: { key, n: 7 } };
      const ids = await target.send(event, event);
      expect(new Set(ids).size).toBe(2);
      await waitUntil(() => target.trace.count(key, "child") === 2, "two runs");
    },
  },
  {
    title: "an event of the future starts its run then",
    async play({ target, key }) {
      const ts = Date.now() + 2_500;
      await target.send({ name: "parity/other-child", id: key, ts, data: { key } });
      await endOf(target, key);
      expect(target.trace.of(key)[0]?.at).toBeGreaterThanOrEqual(ts - 1_000);
    },
  },
];
