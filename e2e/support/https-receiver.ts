import { EventEmitter, once } from "node:events";
import { readFileSync } from "node:fs";
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { Webhook } from "standardwebhooks";
import { z } from "zod";
import { starwire } from "./started-starwire";

/** The parts of every notification that specs look at; the whole is in `body`. */
const envelope = z.looseObject({
  id: z.string(),
  type: z.string(),
  created_at: z.string(),
  test: z.boolean(),
  data: z.looseObject({ id: z.string(), revision: z.number() }),
  changes: z.array(z.string()).nullable(),
  previous: z.record(z.string(), z.unknown()).nullable(),
  reason: z.string().nullable(),
});

export type Notification = z.infer<typeof envelope>;

export type ReceivedHook = {
  method: string;
  /** Path and query as they came. */
  target: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
  event: Notification;
  receivedAt: Date;
};

export type Answer = { status: number; headers?: Record<string, string>; body?: string } | "never";

/** A receiver of one's own: HTTPS with a certificate the operator chose to trust, its answers chosen by the spec. */
export type HttpsReceiver = {
  /** Its address with this path. */
  url: (path?: string) => string;
  /** Everything that came, in order of arrival. */
  received: ReceivedHook[];
  /** How it answers from now on; at first 200. */
  answer: (how: (hook: ReceivedHook) => Answer | Promise<Answer>) => void;
  /** The first `count` that fit, arrived or still to come; the test's own time limit ends the wait. */
  waitFor: (fits: (hook: ReceivedHook) => boolean, count?: number) => Promise<ReceivedHook[]>;
  close: () => Promise<void>;
};

/** Starts it on a free port of 127.0.0.1. */
export async function startHttpsReceiver(): Promise<HttpsReceiver> {
  const { keyFile, certificateFile } = starwire();
  const received: ReceivedHook[] = [];
  const arrivals = new EventEmitter();
  arrivals.setMaxListeners(0);
  let answerOf: (hook: ReceivedHook) => Answer | Promise<Answer> = () => ({ status: 200 });

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const event = envelope.parse(JSON.parse(body.toString("utf8")));
    const { method = "", url = "", headers } = request;
    const hook: ReceivedHook = { method, target: url, headers, body, event, receivedAt: new Date() };
    received.push(hook);
    arrivals.emit("arrival");
    const answer = await answerOf(hook);
    if (answer !== "never") response.writeHead(answer.status, answer.headers).end(answer.body);
  }

  const server = createServer(
    { key: readFileSync(keyFile), cert: readFileSync(certificateFile) },
    (request, response) => {
      take(request, response).catch(() => response.writeHead(400).end());
    },
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;

  return {
    url: (path = "/hooks") => `https://localhost:${port}${path}`,
    received,
    answer: (how) => (answerOf = how),
    async waitFor(fits, count = 1) {
      for (;;) {
        const found = received.filter(fits);
        if (found.length >= count) return found.slice(0, count);
        await once(arrivals, "arrival");
      }
    },
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** The notification as a receiver with the published library reads it. @throws when the signature doesn't fit */
export function verify(hook: ReceivedHook, secret: string): unknown {
  const header = (name: string) => String(hook.headers[name] ?? "");
  return new Webhook(secret).verify(hook.body.toString("utf8"), {
    "webhook-id": header("webhook-id"),
    "webhook-timestamp": header("webhook-timestamp"),
    "webhook-signature": header("webhook-signature"),
  });
}
