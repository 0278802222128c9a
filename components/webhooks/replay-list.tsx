"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { toastFailure } from "@/components/forms/toast-failure";
import { Button } from "@/components/ui/button";
import { ProgressBar } from "@/components/ui/progress-bar";
import { RelativeTime } from "@/components/ui/relative-time";
import { unwrap } from "@/lib/actions/result";
import { cancelReplayAction } from "@/lib/webhooks/actions";
import type { ReplayItem } from "@/lib/webhooks/queries/list-replays";
import { replaysQuery, webhooksKey } from "@/lib/webhooks/query-options";

/** The latest replays to a webhook and how far they are. Nothing when there was none. */
export function ReplayList({ slug, webhookId }: { slug: string; webhookId: string }) {
  const { data: replays } = useQuery(replaysQuery(slug, webhookId));
  if (!replays || replays.length === 0) return null;
  return (
    <section aria-labelledby="replays" className="mb-6">
      <h2 id="replays" className="mb-2 text-sm font-semibold">
        Sent again
      </h2>
      <ul className="divide-y rounded-lg border bg-card">
        {replays.map((replay) => (
          <ReplayRow key={replay.id} slug={slug} replay={replay} />
        ))}
      </ul>
    </section>
  );
}

function ReplayRow({ slug, replay }: { slug: string; replay: ReplayItem }) {
  const queryClient = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => unwrap(cancelReplayAction(slug, { replayId: replay.id })),
    onError: toastFailure,
    onSettled: () => queryClient.invalidateQueries({ queryKey: webhooksKey(slug) }),
  });
  const { waiting, held } = replay.counts;
  const isGoingOn = waiting + held > 0 && replay.status !== "canceled";
  const ended = Math.max(0, replay.total - waiting - held);
  return (
    <li className="flex flex-col gap-2 px-4 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="min-w-0 text-[0.8125rem] break-words">
          <span className="font-medium">
            {replay.total.toLocaleString("en")} {replay.total === 1 ? "event" : "events"}
          </span>{" "}
          <span className="text-muted-foreground">
            ({replay.statuses.join(", ")}
            {replay.eventTypes.length > 0 && `; ${replay.eventTypes.join(", ")}`}) asked for by{" "}
            {replay.createdByName} <RelativeTime date={replay.createdAt} />
          </span>
        </p>
        {isGoingOn && (
          <Button size="sm" pending={cancel.isPending} onClick={() => cancel.mutate()}>
            Cancel replay
          </Button>
        )}
      </div>
      {isGoingOn && <ProgressBar label="Sent again" value={ended} max={replay.total} />}
      <p className="text-[0.8125rem] text-muted-foreground">{countsWords(replay)}</p>
    </li>
  );
}

function countsWords({ counts, status }: ReplayItem): string {
  const words = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count.toLocaleString("en")} ${name}`);
  const end =
    status === "canceled"
      ? ["canceled by hand"]
      : status === "stopped"
        ? ["stopped: the webhook went off"]
        : [];
  return [...words, ...end].join(", ");
}
