import type { Inngest, InngestFunction } from "inngest";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { createTestDatabase } from "@/prisma/testing/test-database";
import { startTestEngine } from "./testing/start-test-engine";
import { waitUntil } from "./testing/wait-until";

const { url } = await createTestDatabase();
const pool = new pg.Pool({ connectionString: url, max: 1 });
afterAll(() => pool.end());

const triggers = [{ event: "a/b" }];

/** How the one run of one function ends. */
async function runOne(functions: (client: Inngest) => InngestFunction.Like[], isCheckpointing = true) {
  const { client, engine, ends } = await startTestEngine({ databaseUrl: url, functions, isCheckpointing });
  await client.send({ name: "a/b", data: {} });
  await waitUntil(() => ends.length > 0, "the end of the run");
  await engine.stop();
  await pool.query("truncate engine_function, engine_run, engine_step, engine_job, engine_seen");
  return ends[0];
}

const notSupported = (what: string) => ({
  status: "failed",
  functionId: "app-f",
  error: { message: `${what} is not supported by the embedded engine` },
});

test("step.waitForEvent fails the run by name", async () => {
  const end = await runOne((client) => [
    client.createFunction({ id: "f", triggers }, async ({ step }) => {
      await step.waitForEvent("wait", { event: "a/c", timeout: "1h" });
    }),
  ]);
  expect(end).toMatchObject(notSupported("The step op WaitForEvent"));
});

test("step.invoke fails the run by name", async () => {
  const end = await runOne((client) => {
    const other = client.createFunction({ id: "other", triggers: [{ event: "a/c" }] }, async () => 1);
    const f = client.createFunction({ id: "f", triggers }, async ({ step }) =>
      step.invoke("call", { function: other, data: {} }),
    );
    return [other, f];
  });
  expect(end).toMatchObject(notSupported("The step op InvokeFunction"));
});

test("step.waitForSignal fails the run by name", async () => {
  const end = await runOne((client) => [
    client.createFunction({ id: "f", triggers }, async ({ step }) => {
      await step.waitForSignal("wait", { signal: "s", timeout: "1h", onConflict: "fail" });
    }),
  ]);
  expect(end).toMatchObject(notSupported("The step op WaitForSignal"));
});

test("parallel steps in a race fail the run by name", async () => {
  const end = await runOne((client) => [
    client.createFunction({ id: "f", triggers }, async ({ step, group }) =>
      group.parallel({ mode: "race" }, async () =>
        Promise.race([step.run("a", () => 1), step.run("b", () => 2)]),
      ),
    ),
  ]);
  expect(end).toMatchObject(notSupported('group.parallel with mode "race"'));
});

test("optimizeParallelism: false fails the run by name", async () => {
  const end = await runOne((client) => [
    client.createFunction({ id: "f", triggers, optimizeParallelism: false }, async () => 1),
  ]);
  expect(end).toMatchObject(notSupported("optimizeParallelism: false"));
});

test.each([true, false])(
  "a step's output over 4 MB fails the run (checkpointing: %s)",
  async (isCheckpointing) => {
    const end = await runOne(
      (client) => [
        client.createFunction({ id: "f", triggers }, async ({ step }) => {
          await step.run("big", () => "x".repeat(4 * 1024 * 1024 + 1));
        }),
      ],
      isCheckpointing,
    );
    expect(end).toMatchObject({
      status: "failed",
      error: { message: "A step's output is larger than 4 MB" },
    });
  },
);

test("a step during which the process has ended 20 times fails the run", async () => {
  const { client, engine, ends } = await startTestEngine({
    databaseUrl: url,
    functions: (own) => [
      own.createFunction({ id: "f", triggers }, async ({ step }) => {
        await step.sleep("until it is claimed anew", "1s");
        return "survived";
      }),
    ],
  });
  await client.send({ name: "a/b", data: {} });
  await waitUntil(async () => {
    const { rowCount } = await pool.query(
      "update engine_job set is_sleep = false, step_id = 'step', claims = 20 where is_sleep",
    );
    return rowCount === 1;
  }, "the sleep");
  await waitUntil(() => ends.length > 0, "the end of the run");
  await engine.stop();
  expect(ends).toMatchObject([
    { status: "failed", error: { message: "The process ended 20 times while this step ran" } },
  ]);
});
