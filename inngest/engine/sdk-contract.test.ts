import { Inngest, NonRetriableError, RetryAfterError } from "inngest";
import { serve } from "inngest/edge";
import { beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { buildCallRequest } from "./call-request";
import type { LeasedJob, MemoisedStep } from "./leased-job";
import { quietLogger } from "./testing/quiet-logger";

/** What the engine relies on in the installed SDK. Fails first when `inngest` is upgraded and something moved. */
const checkpoints: unknown[] = [];
let checkpointStatus = 200;

const client = new Inngest({
  id: "app",
  isDev: true,
  baseUrl: "http://engine.internal",
  logger: quietLogger,
  fetch: async (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    if (pathname.startsWith("/e/")) return Response.json({ ids: ["1"], status: 200 });
    checkpoints.push({ pathname, body: JSON.parse(typeof init?.body === "string" ? init.body : "") });
    return Response.json({}, { status: checkpointStatus });
  },
});

const triggers = [{ event: "a/b" }];
const fails = (error: Error) => () => {
  throw error;
};
const classic = { triggers, checkpointing: false };
const handler = serve({
  client,
  functions: [
    client.createFunction({ id: "steps", triggers }, async ({ step }) => [
      await step.run("a", () => 1),
      await step.run("b", () => 2),
    ]),
    client.createFunction({ id: "classic", ...classic }, async ({ step }) => step.run("a", () => 1)),
    client.createFunction({ id: "plan", triggers }, async ({ step }) =>
      Promise.all([step.run("a", () => 1), step.run("b", () => 2), step.sleep("c", "90s")]),
    ),
    client.createFunction({ id: "sleep", triggers }, async ({ step }) => step.sleep("a", "90m")),
    client.createFunction({ id: "until", triggers }, async ({ step }) => step.sleepUntil("a", new Date(0))),
    client.createFunction({ id: "send", ...classic }, async ({ step }) =>
      step.sendEvent("a", { name: "x/y" }),
    ),
    client.createFunction({ id: "error", triggers }, async ({ step }) =>
      step.run("a", fails(new Error("no"))),
    ),
    client.createFunction({ id: "final", triggers }, async ({ step }) =>
      step.run("a", fails(new NonRetriableError("no"))),
    ),
    client.createFunction({ id: "later", triggers }, async ({ step }) =>
      step.run("a", fails(new RetryAfterError("no", "90s"))),
    ),
    client.createFunction({ id: "throws", triggers }, fails(new Error("no"))),
    client.createFunction({ id: "throws-final", triggers }, fails(new NonRetriableError("no"))),
    client.createFunction({ id: "throws-later", triggers }, fails(new RetryAfterError("no", "90s"))),
    client.createFunction({ id: "nothing", ...classic }, async () => {}),
    client.createFunction({ id: "handled", triggers, onFailure: async () => {} }, async () => {}),
  ],
});

const opList = z.array(
  z.looseObject({ op: z.string(), id: z.string(), name: z.string().nullish(), data: z.unknown() }),
);

async function call(id: string, job: Partial<LeasedJob> = {}, steps: MemoisedStep[] = [], attemptsMax = 5) {
  const full: LeasedJob = {
    id: "7",
    runId: "3",
    functionId: `app-${id}`,
    limitKey: "",
    stepId: "step",
    isSleep: false,
    plansOnly: false,
    attempt: 0,
    claims: 1,
    token: "0b9c3c0e-5b0e-4d7e-9d1c-1f1f7e3f8a11",
    run: null,
    ...job,
  };
  const event = { name: "a/b", id: "e1", data: {}, ts: 1, user: {} };
  const response = await handler(buildCallRequest(full, { event, steps, isGroup: false }, attemptsMax));
  const body: unknown = await response.json();
  return {
    status: response.status,
    body,
    ops: (opList.safeParse(body).data ?? []).map(({ op, name }) => [op, name]),
    noRetry: response.headers.get("x-inngest-no-retry"),
    retryAfter: response.headers.get("retry-after"),
    version: response.headers.get("x-inngest-req-version"),
    sdk: response.headers.get("x-inngest-sdk"),
  };
}

beforeEach(() => {
  checkpoints.length = 0;
  checkpointStatus = 200;
});

describe("answers to a call", () => {
  test.each([
    ["classic", {}, 206, [["StepRun", "a"]], null, null],
    ["send", {}, 206, [["StepRun", "sendEvent"]], null, null],
    [
      "plan",
      {},
      206,
      [
        ["StepPlanned", "a"],
        ["StepPlanned", "b"],
        ["Sleep", "1m30s"],
      ],
      null,
      null,
    ],
    ["sleep", {}, 206, [["Sleep", "1h30m"]], null, null],
    ["until", {}, 206, [["Sleep", "1970-01-01T00:00:00.000Z"]], null, null],
    ["error", {}, 206, [["StepError", "a"]], "false", null],
    ["error", { attempt: 4 }, 206, [["StepFailed", "a"]], "true", null],
    ["final", {}, 206, [["StepFailed", "a"]], "true", null],
    ["later", {}, 206, [["StepError", "a"]], "false", "90"],
    ["throws", {}, 500, [], "false", null],
    ["throws", { attempt: 4 }, 400, [], "true", null],
    ["throws-final", {}, 400, [], "true", null],
    ["throws-later", {}, 500, [], "false", "90"],
    ["nothing", {}, 200, [], null, null],
  ])("%s %o: %i %o, no retry %s, after %s", async (id, job, status, ops, noRetry, retryAfter) => {
    const answer = await call(id, job);
    expect(answer).toMatchObject({ status, ops, noRetry, retryAfter, version: "2" });
    expect(answer.sdk).toMatch(/^inngest-js:v4\./);
  });

  test("a function that returns nothing returns null", async () => {
    expect((await call("nothing")).body).toBeNull();
  });

  test("a planned step runs alone when it is asked for by its hash", async () => {
    const sha1OfB = "e9d71f5ee7c92d6dc9e92ffdad17b8bd49418f98";
    const answer = await call("plan", { stepId: sha1OfB, plansOnly: true });
    expect(answer).toMatchObject({ status: 206, ops: [["StepRun", "b"]], body: [{ id: sha1OfB, data: 2 }] });
  });

  test("memoised steps don't run again; errors are thrown as they were", async () => {
    const sha1OfA = "86f7e437faa5a7fce15d1ddcb9eaeaea377667b8";
    expect(await call("classic", {}, [{ id: sha1OfA, value: { data: 41 } }])).toMatchObject({
      status: 200,
      body: 41,
    });
    const error = { name: "Error", message: "it was so" };
    expect(await call("classic", {}, [{ id: sha1OfA, value: { error } }])).toMatchObject({
      status: 400,
      noRetry: "true",
      body: { message: "it was so" },
    });
    expect(await call("sleep", {}, [{ id: sha1OfA, value: null }])).toMatchObject({
      ops: [["RunComplete", undefined]],
    });
  });
});

describe("checkpoints", () => {
  test("come with each step, name the lease, and end in RunComplete", async () => {
    expect(await call("steps")).toMatchObject({ status: 206, body: [{ op: "RunComplete", data: [1, 2] }] });
    expect(checkpoints).toMatchObject(
      [1, 2].map((data) => ({
        pathname: "/v1/checkpoint/3/async",
        body: { qi_id: "7.0b9c3c0e-5b0e-4d7e-9d1c-1f1f7e3f8a11", steps: [{ op: "StepRun", data }] },
      })),
    );
  });

  test("409 stops the function before its next step", async () => {
    checkpointStatus = 409;
    expect(await call("steps")).toMatchObject({
      status: 400,
      noRetry: "true",
      body: { name: "StaleDispatchError" },
    });
    expect(checkpoints).toHaveLength(1);
  });

  test("a retried step is answered at once, so that the next one has its own attempts", async () => {
    expect(await call("steps", { attempt: 1 })).toMatchObject({ status: 206, ops: [["StepRun", "a"]] });
    expect(checkpoints).toHaveLength(0);
  });

  test("a step that has to be planned first isn't run", async () => {
    expect(await call("classic", { plansOnly: true })).toMatchObject({ ops: [["StepPlanned", "a"]] });
  });
});
