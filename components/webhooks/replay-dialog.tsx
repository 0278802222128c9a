"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogActions, DialogClose, DialogContent } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { FilterSelect } from "@/components/ui/filter-select";
import { MomentField } from "@/components/ui/moment-field";
import { unwrap } from "@/lib/actions/result";
import { startReplayAction } from "@/lib/webhooks/actions";
import { EVENT_TYPES } from "@/lib/webhooks/event-catalog";
import { replayCountQuery, webhooksKey } from "@/lib/webhooks/query-options";
import { REPLAY_STATUSES, replayInput } from "@/lib/webhooks/replay-schema";

type ReplayDialogProps = { slug: string; webhookId: string; open: boolean; onClose: () => void };

const STATUS_LABELS = {
  failed: "Failed",
  canceled: "Canceled or skipped",
  delivered: "Delivered (the receiver sees the same ids again)",
} as const;

const TYPES = [["all", "Every event type"], ...EVENT_TYPES.map((type) => [type, type] as const)] as const;

const DAY_MS = 86_400_000;

/** Chooses what to send again, says how much that is, and starts it. */
export function ReplayDialog({ slug, webhookId, open, onClose }: ReplayDialogProps) {
  return (
    <Dialog open={open} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        title="Send events again"
        description="They go out after everything new, by the present URL, with the same event ids."
      >
        {open && <ReplayForm slug={slug} webhookId={webhookId} onClose={onClose} />}
      </DialogContent>
    </Dialog>
  );
}

function ReplayForm({ slug, webhookId, onClose }: Omit<ReplayDialogProps, "open">) {
  const queryClient = useQueryClient();
  const [statuses, setStatuses] = useState<readonly (typeof REPLAY_STATUSES)[number][]>(["failed"]);
  const [type, setType] = useState<(typeof TYPES)[number][0]>("all");
  const [from, setFrom] = useState(() => new Date(Date.now() - DAY_MS).toISOString());
  const [until, setUntil] = useState("");
  const input = {
    webhookId,
    statuses: [...statuses],
    types: type === "all" ? [] : [type],
    from,
    ...(until ? { until } : {}),
  };
  const parsed = replayInput.safeParse(input);
  const errorOf = (field: string) =>
    parsed.error?.issues.find(({ path }) => path.join(".") === field)?.message;
  const count = useQuery({ ...replayCountQuery(slug, input), enabled: parsed.success });
  const start = useMutation({
    mutationFn: () => unwrap(startReplayAction(slug, input)),
    onSuccess: ({ events }) => {
      toast.success(`Sending ${eventsWords(events)} again`);
      onClose();
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: webhooksKey(slug) }),
  });
  const events = parsed.success ? count.data?.events : undefined;
  const failure = start.error ?? (parsed.success ? count.error : null);

  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (events) start.mutate();
      }}
    >
      <fieldset className="flex flex-col">
        <legend className="mb-1 text-sm font-medium">Deliveries that are</legend>
        {REPLAY_STATUSES.map((status) => (
          <Checkbox
            key={status}
            label={STATUS_LABELS[status]}
            checked={statuses.includes(status)}
            onCheckedChange={(isChecked) =>
              setStatuses(
                REPLAY_STATUSES.filter((each) => (each === status ? isChecked : statuses.includes(each))),
              )
            }
          />
        ))}
        {errorOf("statuses") && <p className="text-sm text-destructive-text">{errorOf("statuses")}</p>}
      </fieldset>
      <FilterSelect label="Event type" value={type} options={TYPES} onChange={setType} />
      <div className="grid gap-3 sm:grid-cols-2">
        <MomentField label="Recorded since" value={from} onValueChange={setFrom} error={errorOf("from")} />
        <MomentField
          label="Until (now, when empty)"
          value={until}
          onValueChange={setUntil}
          error={errorOf("until")}
        />
      </div>
      {failure ? (
        <Notice tone="danger" role="alert">
          {failure.message}
        </Notice>
      ) : (
        <p role="status" className="text-sm text-muted-foreground">
          {foundWords(events)}
        </p>
      )}
      <DialogActions>
        <DialogClose render={<Button>Cancel</Button>} />
        <Button type="submit" variant="primary" disabled={!events} pending={start.isPending}>
          {events ? `Send ${eventsWords(events)}` : "Send"}
        </Button>
      </DialogActions>
    </form>
  );
}

function foundWords(events: number | undefined): string {
  if (events === undefined) return "Counting …";
  if (events > 0) return `${eventsWords(events)} would be sent. Nothing is sent yet.`;
  return "Nothing to send. Left out are test events, what was erased, and what is on its way or has arrived since.";
}

function eventsWords(count: number): string {
  return `${count.toLocaleString("en")} ${count === 1 ? "event" : "events"}`;
}
