import { z } from "zod";
import { operation } from "@/lib/api/operation";
import { AppError } from "@/lib/errors";
import { cancelReplay } from "@/lib/webhooks/commands/cancel-replay";
import { startReplay } from "@/lib/webhooks/commands/start-replay";
import { countReplay } from "@/lib/webhooks/queries/count-replay";
import { listReplays, type ReplayItem } from "@/lib/webhooks/queries/list-replays";
import { replayInput } from "@/lib/webhooks/replay-schema";

const tag = "Replays";
const permission = "manage_api";
const time = z.iso.datetime({ precision: 3 });
const { statuses, types, from, until } = replayInput.shape;

const replayAnswer = z
  .object({
    object: z.literal("replay"),
    id: z.string(),
    status: z.string(),
    statuses: z.array(z.string()),
    types: z.array(z.string()).describe("Empty: all"),
    from: time,
    until: time,
    events: z.int().describe("How many it is about"),
    waiting: z.int(),
    delivered: z.int(),
    failed: z.int(),
    canceled: z.int(),
    created_at: time,
  })
  .meta({ id: "Replay" });

function show(replay: ReplayItem): z.input<typeof replayAnswer> {
  return {
    object: "replay",
    id: replay.id,
    status: replay.status,
    statuses: replay.statuses,
    types: replay.eventTypes,
    from: replay.fromAt.toISOString(),
    until: replay.untilAt.toISOString(),
    events: replay.total,
    waiting: replay.counts.waiting + replay.counts.held,
    delivered: replay.counts.delivered,
    failed: replay.counts.failed,
    canceled: replay.counts.canceled,
    created_at: replay.createdAt.toISOString(),
  };
}

export const replayOperations = [
  operation({
    method: "POST",
    path: "/webhooks/{id}/replay",
    id: "replay",
    tag,
    summary: "Send a webhook's events of a time once more",
    description:
      "After everything new, by the present URL, with the same event ids. `dry_run` only counts. At most 100,000 deliveries at once.",
    permission,
    body: z.object({ statuses, types, from, until, dryRun: z.boolean().default(false) }),
    status: 202,
    answer: z.object({
      events: z.int().describe("How many it is about"),
      replay_id: z.string().nullable().describe("Null for a dry run"),
    }),
    errors: ["webhook_is_off", "replay_running", "replay_empty", "replay_too_large"],
    async handle(access, { params, body: { dryRun, ...selection } }) {
      if (selection.until && selection.from >= selection.until)
        throw new AppError("invalid", "The end must be after the beginning.", "until");
      const input = { ...selection, webhookId: params["id"] ?? "" };
      if (dryRun) return { ...(await countReplay(access, input)), replay_id: null };
      const { id, events } = await startReplay(access, input);
      return { events, replay_id: id };
    },
  }),
  operation({
    method: "GET",
    path: "/webhooks/{id}/replays",
    id: "listReplays",
    tag,
    summary: "List a webhook's latest five replays with how far they have come",
    permission,
    status: 200,
    answer: z.object({ data: z.array(replayAnswer) }),
    async handle(access, { params }) {
      return { data: (await listReplays(access, { webhookId: params["id"] ?? "" })).map(show) };
    },
  }),
  operation({
    method: "POST",
    path: "/replays/{id}/cancel",
    id: "cancelReplay",
    tag,
    summary: "Cancel a replay",
    description: "What it hasn't sent isn't sent. One that has ended stays as it is.",
    permission,
    status: 200,
    answer: z.object({ canceled: z.int().describe("How many deliveries were taken back") }),
    handle: (access, { params }) => cancelReplay(access, { replayId: params["id"] ?? "" }),
  }),
];
