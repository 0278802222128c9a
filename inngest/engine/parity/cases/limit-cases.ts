import { expect } from "vitest";
import { waitUntil } from "@/inngest/engine/testing/wait-until";
import type { ParityCase } from "./scene";

/** What `concurrency` promises. */
export const limitCases: ParityCase[] = [
  {
    title: "a keyed limit holds for each value of its key",
    async play({ target, key }) {
      const lanes = [`${key}-x`, `${key}-y`];
      const events = Array.from({ length: 6 }, (_, n) =>
        lanes.map((lane) => ({ name: "parity/keyed", id: `${lane}-${n}`, data: { key, lane } })),
      );
      await target.send(...events.flat());
      await waitUntil(() => target.trace.count(key, "done") === 12, "12 runs");
      for (const lane of lanes) expect(target.trace.peak(`lane ${lane}`)).toBeLessThanOrEqual(2);
    },
  },
  {
    title: "a sleeping run takes no place of a limit",
    async play({ target, key }) {
      const { nap } = target;
      await target.send(
        { name: "parity/sleepy", id: `${key}-1`, data: { key, n: 1, nap } },
        { name: "parity/sleepy", id: `${key}-2`, data: { key, n: 2, nap } },
      );
      await waitUntil(() => target.trace.count(key, "after") === 2, "both runs");
      expect(target.trace.names(key)).toEqual(["before", "before", "after", "after"]);
    },
  },
  {
    title: "a limit without a key holds for the whole function",
    async play({ target, key }) {
      const events = Array.from({ length: 9 }, (_, n) => ({
        name: "parity/total",
        id: `${key}-${n}`,
        data: { key },
      }));
      await target.send(...events);
      await waitUntil(() => target.trace.count(key, "done") === 9, "9 runs");
      expect(target.trace.peak(`total ${key}`)).toBeLessThanOrEqual(3);
    },
  },
];
