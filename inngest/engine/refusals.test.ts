import { Inngest, type InngestFunction } from "inngest";
import { serve } from "inngest/edge";
import { describe, expect, test } from "vitest";
import { createEngine } from "./create-engine";

const client = new Inngest({ id: "app", isDev: true });
const body = async () => {};
const triggers = [{ event: "a/b" }];

/** A refusal comes before the first query. */
function start(...functions: InngestFunction.Like[]): Promise<void> {
  return createEngine({ databaseUrl: "postgresql://nowhere", handler: serve({ client, functions }) }).start();
}

describe("the engine doesn't start with a function that it can't run, and says which and why", () => {
  const create = client.createFunction;
  const functions = {
    idempotency: create({ id: "f", triggers, idempotency: "event.data.id" }, body),
    batchEvents: create({ id: "f", triggers, batchEvents: { maxSize: 10, timeout: "5s" } }, body),
    rateLimit: create({ id: "f", triggers, rateLimit: { limit: 1, period: "5s" } }, body),
    throttle: create({ id: "f", triggers, throttle: { limit: 1, period: "5s" } }, body),
    debounce: create({ id: "f", triggers, debounce: { period: "5s" } }, body),
    priority: create({ id: "f", triggers, priority: { run: "event.data.urgency" } }, body),
    timeouts: create({ id: "f", triggers, timeouts: { finish: "1h" } }, body),
    singleton: create({ id: "f", triggers, singleton: { mode: "skip" } }, body),
    cancelOn: create({ id: "f", triggers, cancelOn: [{ event: "a/stop", match: "data.id" }] }, body),
    "concurrency with a list of limits": create(
      { id: "f", triggers, concurrency: [{ limit: 1 }, { limit: 2 }] },
      body,
    ),
    "scope of concurrency": create(
      { id: "f", triggers, concurrency: { limit: 1, scope: "account", key: "event.data.id" } },
      body,
    ),
    "the concurrency key \"event.data.a + 'x'\" (other than one path of event)": create(
      { id: "f", triggers, concurrency: { limit: 1, key: "event.data.a + 'x'" } },
      body,
    ),
    "if of a trigger": create({ id: "f", triggers: [{ event: "a/b", if: "event.data.n > 3" }] }, body),
    'the trigger event "a/*"': create({ id: "f", triggers: [{ event: "a/*" }] }, body),
    'the trigger event "inngest/function.finished"': create(
      { id: "f", triggers: [{ event: "inngest/function.finished" }] },
      body,
    ),
    "jitter of a cron trigger": create({ id: "f", triggers: [{ cron: "* * * * *", jitter: "5s" }] }, body),
    'the cron expression "* * * * * *"': create({ id: "f", triggers: [{ cron: "* * * * * *" }] }, body),
    'the cron expression "0 0 L * *"': create({ id: "f", triggers: [{ cron: "0 0 L * *" }] }, body),
    "having no trigger (step.invoke)": create({ id: "f", triggers: [] }, body),
  };

  test.each(Object.entries(functions))("%s", async (option, refused) => {
    await expect(start(refused)).rejects.toThrow(
      `The embedded engine can't run these functions as they are:\n  app-f: ${option} is not supported\nLeave these options out, or start with ENGINE=inngest.`,
    );
  });

  test("all of them in one message", async () => {
    const one = create(
      { id: "one", triggers, singleton: { mode: "skip" }, timeouts: { finish: "1h" } },
      body,
    );
    const two = create({ id: "two", triggers, onFailure: body, debounce: { period: "5s" } }, body);
    const lines = ["app-one: timeouts", "app-one: singleton", "app-two: debounce"];
    await expect(start(one, two)).rejects.toThrow(
      lines.map((line) => `  ${line} is not supported`).join("\n"),
    );
  });

  test("a handler that doesn't answer a sync is named as the reason", async () => {
    const engine = createEngine({
      databaseUrl: "postgresql://nowhere",
      handler: async () => Response.json({ message: "Unauthorized" }, { status: 401 }),
    });
    await expect(engine.start()).rejects.toThrow(
      'didn\'t tell its functions (HTTP 401): {"message":"Unauthorized"}',
    );
  });
});
