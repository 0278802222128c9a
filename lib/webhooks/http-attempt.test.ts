import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import { generateSigningSecret } from "./signing-secret";
import { answer } from "./testing/raw-receiver";
import { requestTo, useTestBed } from "./testing/test-bed";

const BODY = JSON.stringify({ type: "review-created", data: { body: "Köstlich 🥐\u2028" } });
const SECRET = generateSigningSecret();
const bed = useTestBed();

describe("an attempt on the wire", () => {
  it("is one signed POST of the exact bytes to exactly the URL", async () => {
    const { cert, key } = await bed.authority().issue();
    const to = await bed.receiver((socket) => socket.write(answer("200 OK", { "x-a": "b" }, "thanks")), {
      tls: { cert, key },
    });
    const origin = `https://localhost:${to.port}`;
    const sender = bed.sender({ testReceiver: () => ({ origin, caPath: bed.authority().caPath }) });
    const outcome = await sender.send(
      requestTo(`${origin}/a/../b//c?x=%7E&y=a+b&&z`, { body: BODY, secrets: [SECRET], attempt: 3 }),
    );
    expect(outcome).toMatchObject({
      kind: "delivered",
      statusCode: 200,
      responseHeaders: { "content-length": "6", "x-a": "b" },
      responseBody: "thanks",
      responseBodyCut: false,
      remoteAddress: "127.0.0.1",
      error: null,
      retryAfterMs: null,
      gone: false,
      redirectTo: null,
    });
    const [received] = to.requests;
    expect(received?.line).toBe("POST /a/../b//c?x=%7E&y=a+b&&z HTTP/1.1");
    expect(received?.body).toEqual(Buffer.from(BODY));
    const headers = received?.headers ?? {};
    expect(new Webhook(SECRET).verify(BODY, headers)).toEqual(JSON.parse(BODY));
    expect(headers).toEqual({
      host: `localhost:${to.port}`,
      connection: "keep-alive",
      "content-type": "application/json",
      "content-length": String(Buffer.byteLength(BODY)),
      "user-agent": "Starwire-Webhooks/test",
      "webhook-id": "evt_1",
      "webhook-timestamp": expect.stringMatching(/^\d+$/),
      "webhook-signature": expect.stringMatching(/^v1,/),
      "starwire-delivery": "dlv_7",
      "starwire-attempt": "3",
    });
    expect(outcome.requestHeaders).toEqual(
      Object.fromEntries(Object.keys(outcome.requestHeaders).map((name) => [name, headers[name]])),
    );
    expect(Object.keys(outcome.requestHeaders)).toHaveLength(7);
  });

  it("takes bytes as well as text, also 256 KB of them", async () => {
    const to = await bed.receiver((socket) => socket.write(answer("200 OK")));
    const bytes = Buffer.from(JSON.stringify("ä".repeat(131_000)));
    expect((await bed.sender().send(requestTo(to, { body: new Uint8Array(bytes) }))).kind).toBe("delivered");
    expect(to.requests[0]?.body.equals(bytes)).toBe(true);
  });

  it("uses one connection for attempts one after the other, and as many as needed at once", async () => {
    const held: (() => void)[] = [];
    const to = await bed.receiver((socket, { headers }) => {
      const reply = () => socket.write(answer("200 OK"));
      if (headers["starwire-delivery"] === "dlv_held") held.push(reply);
      else reply();
    });
    const sender = bed.sender();
    for (let at = 0; at < 5; at += 1) await sender.send(requestTo(to));
    expect(to.connections()).toBe(1);
    const running = Array.from({ length: 8 }, () => sender.send(requestTo(to, { deliveryId: "dlv_held" })));
    await expect.poll(() => held.length).toBe(8);
    expect((await sender.send(requestTo(to))).kind).toBe("delivered");
    held.forEach((reply) => reply());
    expect((await Promise.all(running)).map(({ kind }) => kind)).toEqual(
      Array.from(running, () => "delivered"),
    );
    expect(to.connections()).toBe(9);
  });

  it("opens a new connection when the receiver closed the last one", async () => {
    const to = await bed.receiver((socket) => socket.end(answer("200 OK", { connection: "close" })));
    const sender = bed.sender();
    for (let at = 0; at < 3; at += 1) expect((await sender.send(requestTo(to))).kind).toBe("delivered");
    expect(to.connections()).toBe(3);
  });

  it("keeps no more idle connections than allowed", async () => {
    const first = await bed.receiver((socket) => socket.write(answer("200 OK")));
    const second = await bed.receiver((socket) => socket.write(answer("200 OK")));
    const sender = bed.sender({ idleConnectionsMax: 1 });
    await sender.send(requestTo(first));
    await sender.send(requestTo(second));
    await expect.poll(() => first.sockets.size).toBe(0);
    expect(second.sockets.size).toBe(1);
  });
});

describe("stopping", () => {
  it("ends what is on the wire and sends nothing more; none of it counts", async () => {
    const to = await bed.receiver(() => {});
    const stop = new AbortController();
    const sender = bed.sender();
    const running = [1, 2, 3].map(() => sender.send(requestTo(to), stop.signal));
    await expect.poll(() => to.requests.length).toBe(3);
    stop.abort();
    for (const outcome of [...(await Promise.all(running)), await sender.send(requestTo(to), stop.signal)]) {
      expect(outcome).toMatchObject({ kind: "failed", fault: "ours", error: { code: "stopped" } });
    }
    await expect.poll(() => to.sockets.size).toBe(0);
    expect(to.requests).toHaveLength(3);
  });

  it("while connecting sends nothing", async () => {
    const silent = await bed.receiver(() => {});
    const stop = new AbortController();
    const running = bed.sender().send(requestTo(`https://127.0.0.1:${silent.port}/`), stop.signal);
    await expect.poll(() => silent.connections()).toBe(1);
    stop.abort();
    expect((await running).error?.code).toBe("stopped");
    await expect.poll(() => silent.sockets.size).toBe(0);
    expect(silent.requests).toHaveLength(0);
  });

  it("by closing lets running attempts end and closes every connection", async () => {
    const held: (() => void)[] = [];
    const to = await bed.receiver((socket) => held.push(() => socket.write(answer("200 OK"))));
    const sender = bed.sender();
    const running = sender.send(requestTo(to));
    await expect.poll(() => held.length).toBe(1);
    const closed = sender.close();
    expect((await sender.send(requestTo(to))).error?.code).toBe("stopped");
    held.forEach((reply) => reply());
    expect((await running).kind).toBe("delivered");
    await closed;
    await expect.poll(() => to.sockets.size).toBe(0);
  });
});
