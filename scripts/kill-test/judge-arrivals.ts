import { Webhook } from "standardwebhooks";
import type { ReceivedRequest } from "@/lib/webhooks/testing/test-receiver";
import { groupBy } from "@/scripts/fault-run/fault-evidence";
import type { Kill } from "./kill-processes";

/** How long after its answer an outcome may still be unwritten; more than the recorder's few milliseconds, for a busy machine. */
const UNWRITTEN_MS = 1_000;

export type Arrivals = { webhookId: string; secret: string; requests: readonly ReceivedRequest[] };

/** Requests that were on the wire, or answered and not yet on record, when a worker was killed. */
export function inFlightAt(kill: Kill, receivers: readonly Arrivals[]): number {
  if (kill.role === "web") return 0;
  return receivers
    .flatMap(({ requests }) => requests)
    .filter(
      ({ atMs, endedAtMs }) =>
        atMs <= kill.atMs + UNWRITTEN_MS && (endedAtMs ?? kill.atMs) >= kill.atMs - UNWRITTEN_MS,
    ).length;
}

/** Counts what every receiver got of every event. */
export function judgeArrivals(
  events: readonly { id: string; body: string }[],
  receivers: readonly Arrivals[],
) {
  let lost = 0;
  let duplicated = 0;
  const wrong: string[] = [];
  for (const { webhookId, secret, requests } of receivers) {
    const verifier = new Webhook(secret);
    const byEvent = groupBy(requests, ({ headers }) => String(headers["webhook-id"]));
    for (const { id, body } of events) {
      const own = byEvent.get(id) ?? [];
      byEvent.delete(id);
      const complete = own.filter((request) => request.answered !== null);
      const valid = complete.filter((request) => request.body === body && isSigned(verifier, request));
      if (valid.length === 0) lost += 1;
      if (own.length > 1) duplicated += 1;
      if (valid.length < complete.length) wrong.push(`${webhookId} ${id}: other bytes or a bad signature`);
    }
    for (const id of byEvent.keys()) wrong.push(`${webhookId} ${id}: never recorded`);
  }
  return { pairs: events.length * receivers.length, lost, duplicated, wrong };
}

function isSigned(verifier: Webhook, { body, headers }: ReceivedRequest): boolean {
  try {
    verifier.verify(
      body,
      Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    );
    return true;
  } catch {
    return false;
  }
}
