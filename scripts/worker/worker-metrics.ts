import { collectDefaultMetrics, Counter, Gauge, Registry } from "prom-client";
import { readQueues } from "@/lib/operator/read-queues";
import { attemptCounts } from "@/lib/webhooks/attempt-counts";

/**
 * What Prometheus reads from a worker: this process's attempts by outcome and its own health, and the queues of the
 * whole installation, which every worker tells alike (take the maximum, not the sum).
 */
export function createWorkerMetrics(): { contentType: string; read: () => Promise<string> } {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = <Label extends string>(name: string, help: string, labelNames: Label[] = []) =>
    new Gauge({ name: `starwire_${name}`, help, labelNames, registers: [registry] });

  const attempts = new Counter({
    name: "starwire_webhook_attempts_total",
    help: "Attempts of this worker by outcome; ours: failed on our side, not counted against the webhook",
    labelNames: ["outcome"],
    registers: [registry],
  });
  const deliveries = gauge(
    "deliveries",
    "Deliveries that wait, of these the due ones, and held ones; up to 100000 each",
    ["state"],
  );
  const oldest = gauge(
    "oldest_due_delivery_seconds",
    "How long the delivery that is due for longest has waited; 0 when none is due",
  );
  const lanes = gauge("lanes_served", "Webhooks being served at the moment");
  const failing = gauge("webhooks_failing", "Webhooks that are on and have failed since their last success");
  const messages = gauge("messages", "Messages that are due and not yet sent, and those being sent", [
    "state",
  ]);

  return {
    contentType: registry.contentType,
    async read() {
      const queues = await readQueues();
      deliveries.set({ state: "waiting" }, queues.waiting);
      deliveries.set({ state: "due" }, queues.due);
      deliveries.set({ state: "held" }, queues.held);
      oldest.set(queues.oldestDueSeconds);
      lanes.set(queues.lanesServed);
      failing.set(queues.failingWebhooks);
      messages.set({ state: "due" }, queues.messagesDue);
      messages.set({ state: "sending" }, queues.messagesSending);
      attempts.reset();
      for (const [outcome, count] of Object.entries(attemptCounts())) attempts.inc({ outcome }, count);
      return registry.metrics();
    },
  };
}
