import { Inngest } from "inngest";
import pg from "pg";
import { afterAll, afterEach, expect, test } from "vitest";
import { createTestDatabase } from "@/prisma/testing/test-database";
import type { Engine } from "./create-engine";
import { createEngineFetch } from "./engine-fetch";
import { startTestEngine } from "./testing/start-test-engine";
import { waitUntil } from "./testing/wait-until";

const { url } = await createTestDatabase();
const pool = new pg.Pool({ connectionString: url, max: 2 });
const engines: Engine[] = [];

afterEach(async () => {
  await Promise.all(engines.splice(0).map((engine) => engine.stop()));
  await pool.query("truncate engine_function, engine_run, engine_step, engine_job, engine_seen");
});
afterAll(() => pool.end());

type TestOptions = Omit<Parameters<typeof startTestEngine>[0], "databaseUrl">;

async function start(options: TestOptions) {
  const started = await startTestEngine({ databaseUrl: url, ...options });
  engines.push(started.engine);
  return started;
}

/** A gate that bodies wait at. */
function createGate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

test("a keyed limit is used up and never passed, by two workers", async () => {
  const active = new Map<string, number>();
  const peaks = new Map<string, number>();
  const functions: TestOptions["functions"] = (client) => [
    client.createFunction(
      {
        id: "limited",
        concurrency: { limit: 3, key: "event.data.lane" },
        triggers: [{ event: "a/limited" }],
      },
      async ({ event }) => {
        const { lane } = event.data;
        active.set(lane, (active.get(lane) ?? 0) + 1);
        peaks.set(lane, Math.max(active.get(lane) ?? 0, peaks.get(lane) ?? 0));
        // The first three of a lane wait for each other.
        await waitUntil(() => peaks.get(lane) === 3, "three at once");
        active.set(lane, (active.get(lane) ?? 0) - 1);
      },
    ),
  ];
  const [one, two] = await Promise.all([start({ functions }), start({ functions })]);
  await one.client.send(
    Array.from({ length: 60 }, (_, n) => ({ name: "a/limited", data: { lane: `lane ${n % 4}` } })),
  );
  await waitUntil(() => one.ends.length + two.ends.length === 60, "60 runs");
  expect([...peaks.values()]).toEqual([3, 3, 3, 3]);
});

test("a worker leaves alone what it doesn't serve; one that does takes it when it comes", async () => {
  const serveOnly =
    (id: string): TestOptions["functions"] =>
    (client) => [client.createFunction({ id, triggers: [{ event: `a/${id}` }] }, async () => id)];
  const two = await start({ functions: serveOnly("two") });
  await two.engine.stop();
  engines.pop();
  const one = await start({ functions: serveOnly("one") });
  await one.client.send([
    { name: "a/two", data: {} },
    { name: "a/one", data: {} },
  ]);
  await waitUntil(() => one.ends.length === 1, "its own run");
  expect(one.ends[0]?.functionId).toBe("app-one");
  expect(await one.engine.stats()).toMatchObject({ due: 1, held: 0 });
  const again = await start({ functions: serveOnly("two") });
  await waitUntil(() => again.ends.length === 1, "the other");
});

test("a process without an engine sends, and wakes a worker that doesn't poll", async () => {
  const { ends } = await start({
    pollMs: 3_600_000,
    functions: (client) => [client.createFunction({ id: "f", triggers: [{ event: "a/f" }] }, async () => 1)],
  });
  for (const engine of engines) await waitUntil(async () => (await engine.stats()).due === 0);
  const fetchElsewhere = createEngineFetch(() => url);
  const elsewhere = new Inngest({
    id: "app",
    isDev: true,
    baseUrl: "http://engine.internal",
    fetch: fetchElsewhere,
  });
  await waitUntil(async () => {
    await elsewhere.send({ name: "a/f", data: {} });
    return ends.length > 0;
  }, "a run");
});

test("stop waits for what runs", async () => {
  const gate = createGate();
  let isRunning = false;
  const { client, engine, ends } = await start({
    functions: (own) => [
      own.createFunction({ id: "f", triggers: [{ event: "a/f" }] }, async ({ step }) =>
        step.run("a", async () => {
          isRunning = true;
          await gate.opened;
          return "done";
        }),
      ),
    ],
  });
  engines.pop();
  await client.send({ name: "a/f", data: {} });
  await waitUntil(() => isRunning, "the step");
  const stopped = engine.stop();
  gate.open();
  await stopped;
  expect(ends).toMatchObject([{ status: "completed", output: "done" }]);
});

test("what runs longer than stop waits is handed over, and can write no more", async () => {
  const gate = createGate();
  const bodies: string[] = [];
  const functions =
    (name: string): TestOptions["functions"] =>
    (client) => [
      client.createFunction({ id: "f", triggers: [{ event: "a/f" }] }, async ({ step }) => {
        const a = await step.run("a", async () => {
          bodies.push(`${name} a`);
          if (name === "old") await gate.opened;
          return name;
        });
        await step.run("b", () => bodies.push(`${name} b`));
        return a;
      }),
    ];
  const answers: number[] = [];
  const old = await start({
    functions: functions("old"),
    stopMs: 10,
    wrap: (handler) => async (request) => {
      const response = await handler(request);
      answers.push(response.status);
      return response;
    },
  });
  engines.pop();
  await old.client.send({ name: "a/f", data: {} });
  await waitUntil(() => bodies.length === 1, "the step");
  await old.engine.stop();
  const next = await start({ functions: functions("next") });
  await waitUntil(() => next.ends.length === 1, "the run");
  gate.open();
  await waitUntil(() => answers.includes(400), "the old run to be told to stop");
  expect(next.ends).toMatchObject([{ status: "completed", output: "next" }]);
  expect(bodies).toEqual(["old a", "next a", "next b"]);
  expect(old.ends).toEqual([]);
});

test("a holder whose lease was taken is stopped at its next checkpoint", async () => {
  const bodies: string[] = [];
  const { client, engine, ends } = await start({
    leaseMs: 60_000,
    functions: (own) => [
      own.createFunction({ id: "f", triggers: [{ event: "a/f" }] }, async ({ step }) => {
        await step.run("a", async () => {
          bodies.push("a");
          if (bodies.length === 1) await pool.query("update engine_job set token = null, ready_at = now()");
        });
        await step.run("b", () => bodies.push("b"));
      }),
    ],
  });
  await client.send({ name: "a/f", data: {} });
  engine.kick();
  await waitUntil(() => ends.length === 1, "the run");
  expect(bodies).toEqual(["a", "a", "b"]);
});

test("lost database connections are opened again; runs go on", async () => {
  const { client, ends } = await start({
    functions: (own) => [
      own.createFunction({ id: "f", triggers: [{ event: "a/f" }] }, async ({ step }) => {
        await step.run("a", async () => {
          await pool.query(
            "select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'starwire-engine%' and datname = current_database()",
          );
        });
        return step.run("b", () => "b");
      }),
    ],
  });
  await client.send({ name: "a/f", data: {} });
  await waitUntil(() => ends.length === 1, "the run");
  expect(ends).toMatchObject([{ status: "completed", output: "b" }]);
});

test("an event id may start a run again after 24 hours", async () => {
  const { client, ends } = await start({
    functions: (own) => [own.createFunction({ id: "f", triggers: [{ event: "a/f" }] }, async () => 1)],
  });
  const event = { name: "a/f", id: "once", data: {} };
  await client.send(event);
  await client.send([event, event]);
  await waitUntil(() => ends.length === 1, "one run");
  const { rows } = await pool.query(
    "select extract(epoch from expires_at - now()) / 3600 as hours from engine_seen",
  );
  expect(rows.map(({ hours }) => Math.round(Number(hours)))).toEqual([24]);
  await pool.query("update engine_seen set expires_at = now()");
  await client.send([event, event]);
  await waitUntil(() => ends.length === 2, "a second run");
  expect(await pool.query("select from engine_run")).toMatchObject({ rowCount: 0 });
});
