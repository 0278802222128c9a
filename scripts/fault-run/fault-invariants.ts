import { WINDOW_MAX } from "@/lib/webhooks/lane/lane-pace";
import { RELEASE_AFTER_FAILURES } from "@/lib/webhooks/lane/lane-delivery";
import { type Evidence, groupBy, wasOut } from "@/scripts/fault-run/fault-evidence";
import { FAULT_DELAYS_SECONDS } from "@/scripts/fault-run/fault-timing";

/** An outcome is written within this time, also on a machine that is busy with other tests. */
const UNRECORDED_MS = 2_000;

/** What must hold after any run, each as a list of the cases in which it didn't. */
export const FAULT_INVARIANTS: Record<string, (evidence: Evidence) => string[]> = {
  "every delivery has ended, or is held": ({ deliveries }) =>
    deliveries
      .filter(({ status }) => status === "waiting")
      .map(({ id, dueAt }) => `dlv_${id} due ${dueAt.toISOString()}`),

  "a webhook that nobody touched has every event, delivered or failed": ({ scene, events, deliveries }) =>
    scene.untouched.flatMap((webhookId) => {
      const own = deliveries.filter(
        (delivery) => delivery.webhookId === webhookId && delivery.replayId === "",
      );
      const ended = new Set(
        own.filter(({ status }) => status === "delivered" || status === "failed").map((one) => one.eventId),
      );
      return events
        .filter(({ id, isTest }) => !isTest && !ended.has(id))
        .map(({ id }) => `${webhookId} lacks ${id}`);
    }),

  "failed means the whole schedule": ({ deliveries }) =>
    deliveries
      .filter(
        ({ status, attempts, uncounted }) =>
          status === "failed" && attempts - uncounted !== FAULT_DELAYS_SECONDS.length + 1,
      )
      .map(({ id, attempts }) => `dlv_${id} failed after ${attempts}`),

  "canceled and unsent ones say why": ({ deliveries }) =>
    deliveries
      .filter(({ status, endReason }) => status === "canceled" && endReason === null)
      .map(({ id }) => `dlv_${id}`),

  "a rolled-back change has no event": ({ scene, events }) => {
    const ids = new Set(events.map(({ id }) => id));
    return scene.rolledBack.filter((id) => ids.has(id));
  },

  "revisions of a review have no gap": ({ events }) =>
    [
      ...groupBy(
        events.filter(({ isTest }) => !isTest),
        ({ resourceId }) => resourceId,
      ),
    ].flatMap(([review, own]) => {
      const revisions = own.map(({ revision }) => revision).toSorted((a, b) => a - b);
      return revisions.every((revision, index) => revision === index + 1)
        ? []
        : [`${review}: ${revisions.join()}`];
    }),

  "an event has one body and one id": ({ events, requests }) => {
    const bodies = new Map(events.map(({ id, body }) => [id, body]));
    return requests
      .filter(
        ({ body, eventId, endedAtMs }) => endedAtMs !== null && body !== "" && bodies.get(eventId) !== body,
      )
      .map(({ eventId }) => eventId);
  },

  "attempts recorded are requests seen, but for those cut by an outage": (evidence) => {
    const attempts = groupBy(evidence.attempts, ({ deliveryId }) => `dlv_${deliveryId}`);
    return [...groupBy(evidence.requests, ({ deliveryId }) => deliveryId)].flatMap(
      ([deliveryId, requests]) => {
        const recorded = attempts.get(deliveryId)?.length ?? 0;
        const cut = requests.filter((request) => wasCut(evidence, request));
        const isFine = recorded <= requests.length && requests.length - recorded <= cut.length;
        const seen = requests.map(
          ({ worker, attempt, atMs, answered }) => `${worker} #${attempt} ${atMs} ${answered}`,
        );
        return isFine ? [] : [`${deliveryId}: ${recorded} recorded, seen: ${seen.join(", ")}`];
      },
    );
  },

  "nothing is sent again after a success, but for outages": (evidence) =>
    [...groupBy(evidence.attempts, ({ deliveryId }) => `dlv_${deliveryId}`)].flatMap(
      ([deliveryId, attempts]) => {
        const success = attempts.find(({ errorCode }) => errorCode === null);
        if (!success || wasOut(evidence, workerOf(success), Number.POSITIVE_INFINITY)) return [];
        return attempts.some(({ startedAt }) => startedAt > success.startedAt) ? [deliveryId] : [];
      },
    ),

  "no later event of a review begins before an earlier one succeeded, was released or ended": earlierFirst,

  "nothing begins at a webhook that is off or deleted, or at an old URL": ({
    scene,
    attempts,
    deliveries,
  }) => {
    const webhookOf = new Map(deliveries.map(({ id, webhookId }) => [id, webhookId]));
    return scene.silences.flatMap(({ webhookId, url, fromMs, untilMs }) =>
      attempts
        .filter((one) => webhookOf.get(one.deliveryId) === webhookId && (url === null || one.url === url))
        .filter(({ startedAt }) => startedAt.getTime() > fromMs && startedAt.getTime() < untilMs)
        .map((one) => `dlv_${one.deliveryId} began ${one.startedAt.getTime() - fromMs} ms after`),
    );
  },

  "at most one holder per lane": (evidence) =>
    [...groupBy(evidence.requests, ({ webhookId }) => webhookId)].flatMap(([webhookId, requests]) =>
      requests.flatMap((request, index) =>
        requests
          .slice(Math.max(0, index - 60), index)
          .filter(
            (other) => other.worker !== request.worker && (other.endedAtMs ?? request.atMs) > request.atMs,
          )
          .filter(
            (other) =>
              !wasOut(evidence, other.worker, request.atMs) &&
              !wasOut(evidence, request.worker, request.atMs),
          )
          .map((other) => `${webhookId}: ${request.worker} began while ${other.worker} was at it`),
      ),
    ),

  "no more in flight than the window": ({ attempts, deliveries }) => {
    const webhookOf = new Map(deliveries.map(({ id, webhookId }) => [id, webhookId]));
    const laneOf = (one: (typeof attempts)[number]) => `${webhookOf.get(one.deliveryId)} ${workerOf(one)}`;
    return [...groupBy(attempts, laneOf)].flatMap(([lane, own]) => {
      const spans = own.map(({ startedAt, durationMs }) => ({
        from: startedAt.getTime(),
        until: startedAt.getTime() + durationMs,
      }));
      const most = Math.max(
        ...spans.map(({ from }) => spans.filter((o) => o.from <= from && o.until > from + 1).length),
      );
      return most > WINDOW_MAX ? [`${lane}: ${most}`] : [];
    });
  },

  "every lane is at rest": ({ lanes }) =>
    lanes.filter(({ isAtRest }) => !isAtRest).map(({ webhookId }) => webhookId),
};

/** Its worker went out before it can have recorded this request's outcome. */
function wasCut({ outages }: Evidence, request: Evidence["requests"][number]): boolean {
  return outages.some(
    ({ worker, fromMs }) =>
      worker === request.worker && fromMs > (request.endedAtMs ?? request.atMs) - UNRECORDED_MS,
  );
}

function workerOf({ requestHeaders }: { requestHeaders: unknown }): string {
  return String(Object(requestHeaders)["user-agent"]);
}

function earlierFirst(evidence: Evidence): string[] {
  const { deliveries, scene } = evidence;
  const attempts = groupBy(evidence.attempts, ({ deliveryId }) => `dlv_${deliveryId}`);
  const requests = groupBy(evidence.requests, ({ deliveryId }) => deliveryId);
  const live = deliveries.filter(({ prio, replayId }) => replayId === "" && (prio === 0 || prio === 1));
  const chains = groupBy(live, ({ webhookId, resourceId }) => `${webhookId} ${resourceId}`);
  return [...chains.values()].flatMap((chain) =>
    chain
      .toSorted((a, b) => a.revision - b.revision)
      .flatMap((later, index, sorted) => {
        const first = requests.get(`dlv_${later.id}`)?.[0];
        if (!first) return [];
        const wentOff = scene.offAt.some(
          ({ webhookId, atMs }) =>
            webhookId === later.webhookId && atMs <= first.atMs && atMs >= later.createdAt.getTime() - 10_000,
        );
        if (wentOff) return [];
        return sorted
          .slice(0, index)
          .filter((earlier) => {
            if (earlier.status === "canceled" || earlier.status === "held") return false;
            const own = requests.get(`dlv_${earlier.id}`) ?? [];
            const before = (attempts.get(`dlv_${earlier.id}`) ?? []).filter(
              (one) => one.startedAt.getTime() <= first.atMs,
            );
            const failures = before.filter(({ errorCode, isOurFault }) => errorCode !== null && !isOurFault);
            const hasSucceeded =
              before.some(({ errorCode }) => errorCode === null) ||
              own.some((request) => request.atMs <= first.atMs && wasCut(evidence, request));
            return !hasSucceeded && failures.length < RELEASE_AFTER_FAILURES;
          })
          .map((earlier) => {
            const seen = (requests.get(`dlv_${earlier.id}`) ?? []).map(
              (r) => `${r.worker} #${r.attempt} ${r.atMs} ${r.answered}`,
            );
            const own = (attempts.get(`dlv_${earlier.id}`) ?? []).map(
              (a) => `#${a.number} ${a.startedAt.getTime()} ${a.errorCode}`,
            );
            return `${later.webhookId}: revision ${later.revision} (${first.worker} #${first.attempt} ${first.atMs}) began before ${earlier.revision} (${earlier.status}) seen ${seen.join(", ")} recorded ${own.join(", ")}`;
          });
      }),
  );
}
