import { Inngest } from "inngest";
import { serve } from "inngest/edge";
import { createEngine } from "@/inngest/engine/create-engine";
import { createEngineFetch } from "@/inngest/engine/engine-fetch";
import { quietLogger } from "@/inngest/engine/testing/quiet-logger";
import { openLedger } from "./ledger";

/** A worker for the crash test: `node --import tsx worker.ts <database URL> <name>`; SIGTERM stops it in order. */
const [databaseUrl = "", name = ""] = process.argv.slice(2);
const ledger = openLedger(databaseUrl, name);

const client = new Inngest({
  id: "crash",
  isDev: true,
  baseUrl: "http://engine.internal",
  logger: quietLogger,
  fetch: createEngineFetch(() => databaseUrl),
});

const chain = client.createFunction(
  { id: "chain", concurrency: { limit: 3, key: "event.data.lane" }, triggers: [{ event: "crash/chain" }] },
  async ({ event, step, attempt }) => {
    const { key, lane } = event.data;
    const body = (id: string, saw: unknown) =>
      step.run(id, () => ledger.alongside(lane, () => ledger.body(key, id, saw)));
    const a = await body("a", null);
    await step.sleep("nap", "1s");
    const [p, q] = await Promise.all([body("p", { a }), body("q", { a })]);
    const flaky = await step.run("flaky", async () => {
      const nonce = await ledger.body(key, "flaky", { a, p, q });
      if (attempt === 0) throw new Error("the first attempt fails");
      return nonce;
    });
    await step.sendEvent("send", { name: "crash/child", id: `${key}-child`, data: { key, a, p, q, flaky } });
    await body("last", { a, p, q, flaky });
  },
);

const child = client.createFunction(
  { id: "child", triggers: [{ event: "crash/child" }] },
  async ({ event, step }) => {
    const { key, ...saw } = event.data;
    await step.run("child", () => ledger.body(key, "child", saw));
  },
);

const engine = createEngine({
  databaseUrl,
  handler: serve({ client, functions: [chain, child] }),
  leaseMs: 2_000,
  placesMax: 12,
  retryDelayMs: () => 200,
});
await engine.start();
process.once("SIGTERM", () => {
  void engine.stop().then(ledger.close);
});
