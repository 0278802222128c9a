import { createHash, randomUUID } from "node:crypto";
import { z } from "zod";

/** Limits of the real server (SDK_SPEC, "Limits"), kept so that what works here works there. */
const EVENT_BYTES_MAX = 3 * 1024 * 1024;
const EVENTS_MAX = 5_000;

const payload = z.object({
  id: z.string().optional(),
  name: z.string().min(1).max(512),
  data: z.record(z.string(), z.unknown()).default({}),
  ts: z.number().optional(),
  v: z.string().optional(),
  user: z.record(z.string(), z.unknown()).default({}),
});

/** An event as functions see it. `ts` is in milliseconds; in the future it delays the run. */
export type EngineEvent = {
  name: string;
  id: string;
  data: Record<string, unknown>;
  ts: number;
  user: Record<string, unknown>;
  v?: string;
};

/** A sent event was refused; the message says why. */
export class InvalidEventError extends Error {
  override name = "InvalidEventError";
}

/**
 * Reads the body of `POST /e/<key>`, one event or a list.
 * @param seed header `x-inngest-event-id-seed`: makes ids that stay the same when the SDK repeats the request.
 * @throws InvalidEventError
 */
export function readEvents(body: unknown, seed: string | null, nowMs = Date.now()): EngineEvent[] {
  const list: unknown[] = Array.isArray(body) ? body : [body];
  if (list.length > EVENTS_MAX) throw new InvalidEventError(`more than ${EVENTS_MAX} events in one request`);
  return list.map((item, index) => {
    const parsed = payload.safeParse(item);
    if (!parsed.success) throw new InvalidEventError(`event ${index}: ${z.prettifyError(parsed.error)}`);
    const { id, name, data, ts, v, user } = parsed.data;
    if (name.startsWith("inngest/")) throw new InvalidEventError(`the event name ${name} is reserved`);
    const { _inngest, ...rest } = data;
    const event = {
      name,
      id: id === undefined || id === "" ? generatedId(seed, index) : id,
      data: rest,
      ts: ts === undefined || ts === 0 ? nowMs : ts,
      user,
      ...(v === undefined ? {} : { v }),
    };
    if (JSON.stringify(event).length > EVENT_BYTES_MAX) {
      throw new InvalidEventError(`event ${index} is larger than 3 MB`);
    }
    return event;
  });
}

function generatedId(seed: string | null, index: number): string {
  return seed === null
    ? randomUUID()
    : createHash("sha256").update(`${seed},${index}`).digest("hex").slice(0, 26);
}
