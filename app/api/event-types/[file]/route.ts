import { z } from "zod";
import { EVENT_TYPES } from "@/lib/webhooks/event-catalog";
import { eventTypeSchema } from "@/lib/webhooks/event-type-schema";

const file = z.enum(EVENT_TYPES.map((type) => `${type}.json` as const));

/** `/api/event-types/review-created.json`: the JSON Schema of a notification. */
export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }) {
  const known = file.safeParse((await params).file);
  if (!known.success) return Response.json({ detail: "There is no such event type." }, { status: 404 });
  const type = z.enum(EVENT_TYPES).parse(known.data.replace(/\.json$/, ""));
  return new Response(JSON.stringify(eventTypeSchema(type), null, 2), {
    headers: { "content-type": "application/schema+json", "cache-control": "public, max-age=300" },
  });
}
