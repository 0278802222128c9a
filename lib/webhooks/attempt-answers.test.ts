import { describe, expect, it } from "vitest";
import { isCutShort } from "./response-body";
import { answer } from "./testing/raw-receiver";
import { requestTo, useTestBed } from "./testing/test-bed";

const ENDLESS = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
const bed = useTestBed();

describe("an answer", () => {
  it.each(["200 OK", "201 Created", "202 Accepted", "204 No Content", "299 Whatever"])(
    "of %s confirms",
    async (status) => {
      const text = status.startsWith("204")
        ? "HTTP/1.1 204 No Content\r\n\r\n"
        : answer(status, {}, "ignored");
      const to = await bed.receiver((socket) => socket.write(text));
      expect(await bed.sender().send(requestTo(to))).toMatchObject({
        kind: "delivered",
        statusCode: Number(status.slice(0, 3)),
        error: null,
      });
    },
  );

  it("may be announced by 102 and 103 any number of times", async () => {
    const early = "HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n";
    const to = await bed.receiver((socket) =>
      socket.write(`${early}${early}${answer("500 Oops", {}, "no")}`),
    );
    expect(await bed.sender().send(requestTo(to))).toMatchObject({
      kind: "failed",
      statusCode: 500,
      responseBody: "no",
      error: {
        sentence: "Answered 500 Internal Server Error",
        advice: "look for the reason in the receiver's log",
      },
    });
  });

  it.each(["200 OK", "500 Oops"])(
    "longer than 64 KB is cut there, and its %s still counts",
    async (status) => {
      const to = await bed.receiver((socket) => socket.write(answer(status, {}, "é".repeat(100_000))));
      const outcome = await bed.sender().send(requestTo(to));
      expect(outcome.kind).toBe(status === "200 OK" ? "delivered" : "failed");
      expect(outcome.responseBody).toBe("é".repeat(32_768));
      expect(outcome.responseBodyCut).toBe(true);
      expect(isCutShort(outcome.responseBody ?? "")).toBe(true);
      await expect.poll(() => to.sockets.size).toBe(0);
    },
  );

  it.each([
    ["a", 65_000, false],
    ["a", 65_537, true],
    ["🥐", 16_000, false],
    ["a🥐", 13_200, true],
  ])("of so many %s as %i is kept, and cut short: %s", async (text, count, isCut) => {
    const to = await bed.receiver((socket) => socket.write(answer("200 OK", {}, text.repeat(count))));
    const { responseBody, responseBodyCut } = await bed.sender().send(requestTo(to));
    expect([responseBodyCut, isCutShort(responseBody ?? "")]).toEqual([isCut, isCut]);
    expect(text.repeat(count).startsWith(responseBody ?? "nothing")).toBe(true);
  });

  it.each(["200 OK", "500 Oops"])(
    "whose body never ends is cut when the time is over, and its %s still counts",
    async (status) => {
      const to = await bed.receiver((socket) => {
        socket.write(ENDLESS.replace("200 OK", status));
        const drip = setInterval(() => socket.write("1\r\n.\r\n"), 20);
        socket.on("close", () => clearInterval(drip));
      });
      const outcome = await bed.sender({ totalTimeoutMs: 1_500 }).send(requestTo(to));
      expect(outcome).toMatchObject({
        kind: status === "200 OK" ? "delivered" : "failed",
        responseBodyCut: true,
      });
      expect(outcome.responseBody).toMatch(/^\.+$/);
      await expect.poll(() => to.sockets.size).toBe(0);
    },
  );

  it("whose body breaks off counts by its status", async () => {
    const to = await bed.receiver((socket) =>
      socket.end("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf"),
    );
    expect(await bed.sender().send(requestTo(to))).toMatchObject({
      kind: "delivered",
      responseBody: "half",
      responseBodyCut: true,
    });
  });

  it("can hold anything and is still text for a database", async () => {
    const to = await bed.receiver((socket) => {
      socket.write("HTTP/1.1 200 OK\r\nset-cookie: a=1\r\nset-cookie: b=2\r\ncontent-length: 5\r\n\r\n");
      socket.write(Buffer.from([0x61, 0x00, 0xff, 0xc3, 0xa9]));
    });
    const { responseBody, responseHeaders } = await bed.sender().send(requestTo(to));
    expect(responseBody).toBe("a\uFFFD\uFFFDé");
    expect(responseHeaders?.["set-cookie"]).toBe("a=(not kept), b=(not kept)");
  });

  it.each([301, 302, 303, 307, 308])("of %i is not followed, and its target is said", async (status) => {
    const to = await bed.receiver((socket) =>
      socket.write(answer(`${status} Moved`, { location: "https://new.example/x?y" })),
    );
    expect(await bed.sender().send(requestTo(to))).toMatchObject({
      kind: "failed",
      fault: "receiver",
      redirectTo: "https://new.example/x?y",
      error: {
        code: "redirected",
        sentence: "Redirects to https://new.example/x?y",
        advice: "put that URL in",
      },
    });
    expect(to.requests).toHaveLength(1);
  });

  it("redirecting to a path, in the clear or nowhere is said as it is", async () => {
    const locations = ["/b?c", "http://new.example/", "http://[", undefined];
    const to = await bed.receiver((socket, _request, number) => {
      const location = locations[number];
      socket.write(answer("302 Found", location ? { location } : {}));
    });
    const sender = bed.sender();
    const sent = [];
    for (const _ of locations) sent.push(await sender.send(requestTo(to)));
    expect(sent.map(({ redirectTo, error }) => [redirectTo, error?.sentence])).toEqual([
      [`http://127.0.0.1:${to.port}/b?c`, `Redirects to http://127.0.0.1:${to.port}/b?c`],
      ["http://new.example/", "Redirects to http://new.example/"],
      [null, "Answered 302 Found without a usable Location"],
      [null, "Answered 302 Found without a usable Location"],
    ]);
  });

  it("of 410 says that the receiver is gone", async () => {
    const to = await bed.receiver((socket) => socket.write(answer("410 Gone")));
    expect(await bed.sender().send(requestTo(to))).toMatchObject({
      kind: "failed",
      gone: true,
      fault: "receiver",
      error: { code: "gone", sentence: "Answered 410 Gone" },
    });
  });

  it("may ask to wait, on 429 and 503 only", async () => {
    const soon = new Date(Date.now() + 3_600_000).toUTCString();
    const answers = [
      answer("429 Too Many Requests", { "retry-after": "120" }),
      answer("503 Service Unavailable", { "retry-after": soon }),
      answer("500 Oops", { "retry-after": "120" }),
      answer("200 OK", { "retry-after": "120" }),
    ];
    const to = await bed.receiver((socket, _request, number) => socket.write(answers[number] ?? ""));
    const sender = bed.sender();
    const asked = [];
    for (const _ of answers) asked.push((await sender.send(requestTo(to))).retryAfterMs);
    expect(asked[0]).toBe(120_000);
    expect(asked[1]).toBeGreaterThan(3_000_000);
    expect(asked[1]).toBeLessThanOrEqual(3_600_000);
    expect(asked.slice(2)).toEqual([null, null]);
  });
});
