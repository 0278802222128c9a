import type { Checkpointed } from "./checkpoint-steps";
import { InvalidEventError, readEvents, type EngineEvent } from "./event-payload";

/** What the engine does for the SDK's outgoing requests. */
export type SdkRequests = {
  send: (events: EngineEvent[]) => Promise<void>;
  checkpoint: (body: unknown) => Promise<Checkpointed>;
};

const EVENTS = /^\/e\/[^/]+$/;
const CHECKPOINT = /^\/v1\/checkpoint\/[^/]+\/async$/;
const STATUSES = { saved: 200, stale: 409, refused: 422 };

/** Answers a request that the SDK's client makes through its `fetch` option; anything unknown is 501 and goes nowhere. */
export async function answerSdkRequest(
  requests: SdkRequests,
  input: string | URL | Request,
  init?: RequestInit,
): Promise<Response> {
  const request = input instanceof Request ? input : null;
  const { pathname } = new URL(input instanceof Request ? input.url : input);
  const readText = async () => (typeof init?.body === "string" ? init.body : ((await request?.text()) ?? ""));
  if (CHECKPOINT.test(pathname)) {
    const status = STATUSES[await requests.checkpoint(JSON.parse(await readText()))];
    return Response.json({ status }, { status });
  }
  if (EVENTS.test(pathname)) {
    const seed = new Headers(init?.headers ?? request?.headers).get("x-inngest-event-id-seed");
    return answerEvents(requests, await readText(), seed);
  }
  return Response.json({ error: `The embedded engine has no ${pathname}`, status: 501 }, { status: 501 });
}

async function answerEvents({ send }: SdkRequests, text: string, seed: string | null): Promise<Response> {
  try {
    const events = readEvents(JSON.parse(text), seed);
    await send(events);
    return Response.json({ ids: events.map(({ id }) => id), status: 200 });
  } catch (error) {
    const isInvalid = error instanceof InvalidEventError || error instanceof SyntaxError;
    if (!isInvalid) throw error;
    return Response.json({ ids: [], status: 400, error: error.message }, { status: 400 });
  }
}
