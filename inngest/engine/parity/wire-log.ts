import { z } from "zod";
import type { Handler } from "@/inngest/engine/handler";

const call = z.object({
  event: z.looseObject({ id: z.string() }),
  events: z.array(z.unknown()),
  steps: z.record(z.string(), z.unknown()),
  ctx: z.looseObject({
    run_id: z.string(),
    attempt: z.number(),
    stack: z.object({ stack: z.array(z.string()).nullable(), current: z.number() }),
  }),
});

const ops = z.array(z.looseObject({ op: z.string(), data: z.unknown() }));

/** One request that a served app got, and what it answered. */
export type WireEntry = {
  functionId: string;
  stepId: string;
  call: z.infer<typeof call>;
  answer: { status: number; headers: Headers; body: unknown };
};

/** A run whose function said that it is over. */
export type EndedRun = { runId: string; functionId: string; status: "completed" | "failed"; output: unknown };

/** All calls of functions that a served app got. */
export class WireLog {
  readonly #entries: WireEntry[] = [];

  /** The same handler, recorded. */
  recording(handler: Handler): Handler {
    return async (request) => {
      if (request.method !== "POST") return handler(request);
      const url = new URL(request.url);
      const body: unknown = await request.clone().json();
      const response = await handler(request);
      const text = await response.clone().text();
      this.#entries.push({
        functionId: url.searchParams.get("fnId") ?? "",
        stepId: url.searchParams.get("stepId") ?? "",
        call: call.parse(body),
        answer: { status: response.status, headers: response.headers, body: JSON.parse(text || "null") },
      });
      return response;
    };
  }

  /** The calls for one event, in order of their answers. */
  of(eventId: string): WireEntry[] {
    return this.#entries.filter((entry) => entry.call.event.id === eventId);
  }

  /** The runs of one event that have ended, by what the app answered last. */
  ended(eventId: string): EndedRun[] {
    return this.of(eventId).flatMap<EndedRun>(({ functionId, call: { ctx }, answer }) => {
      const run = { runId: ctx.run_id, functionId };
      const done = ops.safeParse(answer.body).data?.find(({ op }) => op === "RunComplete");
      if (answer.status === 200) return [{ ...run, status: "completed", output: answer.body }];
      if (done) return [{ ...run, status: "completed", output: done.data }];
      if (answer.status === 400) return [{ ...run, status: "failed", output: answer.body }];
      return [];
    });
  }
}
