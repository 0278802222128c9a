import type { IncomingMessage, ServerResponse } from "node:http";
import { describeRequest, type Arrival } from "@/lib/receiver/describe-request";
import type { HookSecret } from "@/lib/receiver/check-signature";
import type { FixedAnswer, HookBehavior } from "@/lib/receiver/hook-behavior";
import type { HookBoard } from "@/lib/receiver/hook-board";
import { forwardRequest } from "@/lib/receiver/forward-request";
import { BodyTooLargeError, readBody } from "@/lib/receiver/read-body";

/** Secrets valid now of all webhooks with this exact URL. Rejects when they can't be read. */
export type SecretsOfUrl = (url: string) => Promise<HookSecret[]>;

/** Takes one request in: shows it at once, gives the chosen answer, shows how that went. */
export async function answerHook(
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
  context: { board: HookBoard; origin: string; secretsOfUrl: SecretsOfUrl },
): Promise<void> {
  const startedMs = performance.now();
  const body = await readBody(request).catch((error: unknown) => {
    if (error instanceof BodyTooLargeError)
      response.writeHead(413, { connection: "close" }).end(error.message);
    return null;
  });
  if (!body) return;
  const { board, origin } = context;
  const target = request.url ?? "/";
  board.meet(name);
  const arrival: Arrival = {
    seq: board.nextSeq(),
    hook: name,
    method: request.method ?? "",
    target,
    receivedAt: new Date(),
    headers: pairs(request.rawHeaders),
    body,
  };
  const secrets = await context.secretsOfUrl(origin + target).catch(() => null);
  const received = describeRequest(arrival, secrets);
  board.record(received);
  const behavior = board.behaviorOf(name);
  const forwardedTo = behavior.kind === "forward" ? behavior.forwardTo : null;
  let problem: string | null = null;
  response.on("close", () => {
    const status = response.writableFinished ? response.statusCode : null;
    const durationMs = Math.round(performance.now() - startedMs);
    board.record({ ...received, answer: { status, forwardedTo, problem, durationMs } });
  });
  problem = await giveAnswer(response, behavior, arrival, origin);
}

/** @returns what went wrong on the way to the forward address, in words. */
async function giveAnswer(
  response: ServerResponse,
  behavior: HookBehavior,
  arrival: Arrival,
  origin: string,
): Promise<string | null> {
  if (behavior.kind === "answer") {
    giveFixedAnswer(response, behavior.answer, `${origin}/hooks/${arrival.hook}-moved`);
    return null;
  }
  const forwarded = await forwardRequest(behavior.forwardTo, arrival);
  if (forwarded.ok) {
    response.writeHead(forwarded.status, forwarded.headers.flat()).end(forwarded.body);
    return null;
  }
  response.writeHead(502, { "content-type": "text/plain; charset=utf-8" }).end(forwarded.problem);
  return forwarded.problem;
}

function giveFixedAnswer(response: ServerResponse, answer: FixedAnswer, movedTo: string): void {
  switch (answer) {
    case "200":
      response.writeHead(200, { "content-type": "text/plain" }).end("received");
      return;
    case "500":
      response.writeHead(500, { "content-type": "text/plain" }).end("failing, as chosen");
      return;
    case "410":
      response.writeHead(410).end();
      return;
    case "redirect":
      response.writeHead(302, { location: movedTo }).end();
      return;
    case "429":
      response.writeHead(429, { "retry-after": "10" }).end();
      return;
    case "hang":
      return;
  }
}

function pairs(rawHeaders: readonly string[]): [string, string][] {
  return rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? ""] satisfies [string, string]] : [],
  );
}
