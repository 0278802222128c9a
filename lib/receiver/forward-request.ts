import { Agent, request } from "undici";

/** As long as the sender waits for an answer. */
const TIMEOUT_MS = 15_000;
const HOP_BY_HOP = new Set([
  "connection",
  "content-length",
  "host",
  "keep-alive",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/** Whatever the name says, the socket ends on this machine. */
const loopback = new Agent({
  headersTimeout: TIMEOUT_MS,
  bodyTimeout: TIMEOUT_MS,
  connect: {
    timeout: 5_000,
    autoSelectFamily: true,
    lookup: (_hostname, _options, found) => {
      found(null, [
        { address: "127.0.0.1", family: 4 },
        { address: "::1", family: 6 },
      ]);
    },
  },
});

export type ForwardResult =
  | { ok: true; status: number; headers: [string, string][]; body: Buffer }
  | { ok: false; problem: string };

/** Hands a request on to `forwardTo` with the same method, headers and bytes. Never throws. */
export async function forwardRequest(
  forwardTo: string,
  received: { method: string; headers: [string, string][]; body: Buffer },
): Promise<ForwardResult> {
  try {
    const answer = await request(forwardTo, {
      dispatcher: loopback,
      method: received.method,
      headers: received.headers.filter(([name]) => !HOP_BY_HOP.has(name.toLowerCase())).flat(),
      body: received.body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const body = Buffer.from(await answer.body.arrayBuffer());
    return { ok: true, status: answer.statusCode, headers: endToEndHeaders(answer.headers), body };
  } catch (error) {
    return { ok: false, problem: `${forwardTo}: ${describeProblem(error)}` };
  }
}

function endToEndHeaders(headers: Record<string, string | string[] | undefined>): [string, string][] {
  return Object.entries(headers)
    .filter(([name]) => !HOP_BY_HOP.has(name))
    .flatMap(([name, value]) => [value ?? []].flat().map((one): [string, string] => [name, one]));
}

function describeProblem(error: unknown): string {
  const causes = error instanceof AggregateError ? error.errors : [error];
  const codes = causes.map((cause) => (cause instanceof Error && "code" in cause ? String(cause.code) : ""));
  if (codes.includes("ECONNREFUSED")) return "nothing listens there (connection refused)";
  if (error instanceof Error && error.name === "TimeoutError") return "no answer within 15 seconds";
  return error instanceof Error ? error.message : "failed";
}
