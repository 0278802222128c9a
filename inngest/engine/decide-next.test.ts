import { describe, expect, test } from "vitest";
import { decideNext, type Next, type Situation } from "./decide-next";
import type { Answer, Op } from "./read-answer";

const situation: Situation = {
  stepId: "step",
  attempt: 0,
  isGroup: false,
  plansOnly: false,
  attemptsMax: 3,
  stepCount: 0,
  retryDelayMs: (attempt) => 1_000 * (attempt + 1),
};

const ops = (list: Op[], isRetriable = true, retryAfterMs: number | null = null): Answer => ({
  kind: "ops",
  ops: list,
  isRetriable,
  retryAfterMs,
});
const error = { name: "Error", message: "no", stack: "at", __serialized: true };
const stored = { name: "Error", message: "no", stack: "at" };
const discover = { stepId: "step", isSleep: false, delayMs: 0 };

describe("decideNext", () => {
  test.each<[string, Answer, Partial<Situation>, Next]>([
    ["a return value completes", { kind: "returned", data: 1 }, {}, { kind: "complete", output: 1 }],
    [
      "RunComplete completes",
      ops([{ op: "RunComplete", id: "x", data: 2 }]),
      {},
      { kind: "complete", output: 2 },
    ],
    [
      "buffered steps and RunComplete complete",
      ops([
        { op: "StepRun", id: "a", data: 1 },
        { op: "RunComplete", id: "x", data: 2 },
      ]),
      {},
      { kind: "complete", output: 2 },
    ],
    [
      "a step's result is kept and the function goes on, its attempts counted anew",
      ops([{ op: "StepRun", id: "a", data: 1 }]),
      { attempt: 2 },
      {
        kind: "continue",
        saved: [{ id: "a", value: { data: 1 } }],
        planned: discover,
        attempt: 0,
        plansOnly: false,
      },
    ],
    [
      "a failed step is tried again later",
      ops([{ op: "StepError", id: "a", error }]),
      { attempt: 1, plansOnly: true },
      { kind: "continue", saved: [], planned: { ...discover, delayMs: 2_000 }, attempt: 2, plansOnly: true },
    ],
    [
      "at the time that it asked for",
      ops([{ op: "StepError", id: "a", error }], true, 90_000),
      {},
      {
        kind: "continue",
        saved: [],
        planned: { ...discover, delayMs: 90_000 },
        attempt: 1,
        plansOnly: false,
      },
    ],
    [
      "a failed step's error is kept after its last attempt",
      ops([{ op: "StepError", id: "a", error }]),
      { attempt: 2 },
      {
        kind: "continue",
        saved: [{ id: "a", value: { error: stored } }],
        planned: discover,
        attempt: 0,
        plansOnly: false,
      },
    ],
    [
      "and at once when it is final",
      ops([{ op: "StepFailed", id: "a", error }], false),
      {},
      {
        kind: "continue",
        saved: [{ id: "a", value: { error: stored } }],
        planned: discover,
        attempt: 0,
        plansOnly: false,
      },
    ],
    [
      "a function that throws is tried again",
      { kind: "threw", error, isRetriable: true, retryAfterMs: null },
      {},
      { kind: "continue", saved: [], planned: { ...discover, delayMs: 1_000 }, attempt: 1, plansOnly: false },
    ],
    [
      "until its last attempt",
      { kind: "threw", error, isRetriable: true, retryAfterMs: null },
      { attempt: 2 },
      { kind: "fail", error },
    ],
    [
      "or not at all",
      { kind: "threw", error, isRetriable: false, retryAfterMs: null },
      {},
      { kind: "fail", error },
    ],
    [
      "one planned step is run by itself",
      ops([{ op: "StepPlanned", id: "a" }]),
      { plansOnly: true },
      { kind: "continue", saved: [], planned: { ...discover, stepId: "a" }, attempt: 0, plansOnly: false },
    ],
    [
      "a sleep is waited for",
      ops([{ op: "Sleep", id: "a", name: "1m30s" }]),
      {},
      {
        kind: "continue",
        saved: [],
        planned: { stepId: "a", isSleep: true, delayMs: 90_000 },
        attempt: 0,
        plansOnly: false,
      },
    ],
    [
      "several planned steps fan out",
      ops([
        { op: "StepPlanned", id: "a" },
        { op: "Sleep", id: "b", name: "1s" },
      ]),
      {},
      {
        kind: "fan-out",
        saved: [],
        planned: [
          { stepId: "a", isSleep: false, delayMs: 0 },
          { stepId: "b", isSleep: true, delayMs: 1_000 },
        ],
      },
    ],
    [
      "a step of a group leaves it",
      ops([{ op: "StepRun", id: "a" }]),
      { isGroup: true, stepId: "a" },
      { kind: "leave-group", saved: [{ id: "a", value: { data: null } }] },
    ],
    [
      "a discovery request is answered with one",
      ops([{ op: "DiscoveryRequest", id: "d" }]),
      {},
      { kind: "continue", saved: [], planned: discover, attempt: 0, plansOnly: false },
    ],
  ])("%s", (_, answer, changes, next) => {
    expect(decideNext(answer, { ...situation, ...changes })).toEqual(next);
  });

  test.each<[string, Answer, Partial<Situation>]>([
    [
      "The step op WaitForEvent is not supported by the embedded engine",
      ops([{ op: "WaitForEvent", id: "a" }]),
      {},
    ],
    [
      'group.parallel with mode "race" is not supported by the embedded engine',
      ops([{ op: "StepPlanned", id: "a", opts: { parallelMode: "race" } }]),
      {},
    ],
    ["A run can't have more than 1000 steps", ops([{ op: "StepRun", id: "a" }]), { stepCount: 1_000 }],
    ["A sleep can't be longer than 366 days", ops([{ op: "Sleep", id: "a", name: "367d" }]), {}],
    ["Can't read the time to sleep: soon", ops([{ op: "Sleep", id: "a", name: "soon" }]), {}],
  ])("fails the run: %s", (message, answer, changes) => {
    expect(decideNext(answer, { ...situation, ...changes })).toEqual({
      kind: "fail",
      error: { name: "Error", message },
    });
  });
});
