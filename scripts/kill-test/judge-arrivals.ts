import { Webhook } from "standardwebhooks";
import type { ReceivedRequest } from "@/lib/webhooks/testing/test-receiver";
import { groupBy } from "@/scripts/fault-run/fault-evidence";
import type { Kill } from "./kill-processes";

/** How long after its answer an outcome may still be unwritten; more than the recorder's few milliseconds, for a busy machine. */
const UNWRITTEN_MS = 1_000;

export type Arrivals = { webhookId: string; secret: string; requests: readonly ReceivedRequest[] };

export type Evidence = {
  events: readonly { id: string; body: string }[];
  receivers: readonly Arrivals[];
  /** How many attempts are on record per `pairKey`. */
  recorded: ReadonlyMap<string, number>;
  kills: readonly Kill[];
};

export type Judgement = {
  pairs: number;
  /** Pairs without a request whose bytes and signature are right. */
  lost: number;
  /** Pairs with more than one request. */
  duplicated: number;
  /** Requests that a worker's death kept from being recorded. */
  inFlight: number;
  /** What must never be, in words. */
  wrong: string[];
};

export const pairKey = (webhookId: string, eventId: string) => `${webhookId} ${eventId}`;

/** Counts what every receiver got of every event, and looks for a kill behind everything that came twice. */
export function judgeArrivals({ events, receivers, recorded, kills }: Evidence): Judgement {
  const judged: Judgement = {
    pairs: events.length * receivers.length,
    lost: 0,
    duplicated: 0,
    inFlight: 0,
    wrong: [],
  };
  for (const { webhookId, secret, requests } of receivers) {
    const verifier = new Webhook(secret);
    const byEvent = groupBy(requests, ({ headers }) => String(headers["webhook-id"]));
    for (const { id, body } of events) {
      const key = pairKey(webhookId, id);
      const own = byEvent.get(id) ?? [];
      byEvent.delete(id);
      const complete = own.filter((request) => request.answered !== null);
      const valid = complete.filter((request) => request.body === body && isSigned(verifier, request));
      const interrupted = own.length - (recorded.get(key) ?? 0);
      judged.lost += valid.length === 0 ? 1 : 0;
      judged.duplicated += own.length > 1 ? 1 : 0;
      judged.inFlight += interrupted;
      if (valid.length < complete.length) judged.wrong.push(`${key}: other bytes or a bad signature`);
      if (own.length - 1 > interrupted) judged.wrong.push(`${key}: sent again after it was on record`);
      if (own.filter((request) => wasOnTheWire(request, kills)).length < interrupted)
        judged.wrong.push(`${key}: not on record, and no kill to blame`);
    }
    for (const id of byEvent.keys()) judged.wrong.push(`${pairKey(webhookId, id)}: there is no such event`);
  }
  return judged;
}

/** Under way, or answered and not yet on record, when a worker was killed. */
function wasOnTheWire({ atMs, endedAtMs }: ReceivedRequest, kills: readonly Kill[]): boolean {
  return kills.some(
    ({ part, atMs: killedAtMs }) =>
      part.role === "worker" &&
      atMs <= killedAtMs + UNWRITTEN_MS &&
      (endedAtMs ?? killedAtMs) >= killedAtMs - UNWRITTEN_MS,
  );
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
