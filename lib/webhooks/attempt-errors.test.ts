import { execFile } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import type { AttemptErrorCode } from "./attempt-outcome";
import type { SenderSettings } from "./http-attempt";
import type { CertificateOptions } from "./testing/certificates";
import { startDnsServer, type DnsAnswer } from "./testing/dns-server";
import { answer, startRawReceiver, type Behaviour } from "./testing/raw-receiver";
import { requestTo, useTestBed } from "./testing/test-bed";

const bed = useTestBed();

async function attempt(url: string, settings: Partial<SenderSettings> = {}) {
  const { kind, fault, statusCode, error } = await bed.sender(settings).send(requestTo(url));
  expect(kind).toBe("failed");
  return { fault, statusCode, code: error?.code, words: `${error?.sentence} — ${error?.advice}` };
}

const OUR_SIDE = "this is on our side, doesn't count against the webhook and is tried again";

describe("without an answer", () => {
  it("because nobody listens", async () => {
    const gone = await startRawReceiver(() => {});
    await gone.close();
    expect(await attempt(`http://127.0.0.1:${gone.port}/`)).toEqual({
      fault: "receiver",
      statusCode: null,
      code: "connection_refused",
      words: `127.0.0.1 refused the connection on port ${gone.port} — start the server or correct the port`,
    });
  });

  it.each<[string, Behaviour]>([
    ["reset", (socket) => socket.resetAndDestroy()],
    ["closed", (socket) => socket.destroy()],
    ["ended", (socket) => socket.end()],
    ["ended in the middle of a header", (socket) => socket.end("HTTP/1.1 200 OK\r\ncontent-le")],
  ])("because the connection was %s", async (_how, behave) => {
    const { port } = await bed.receiver(behave);
    expect(await attempt(`http://127.0.0.1:${port}/`)).toEqual({
      fault: "receiver",
      statusCode: null,
      code: "connection_lost",
      words:
        "The connection was closed before an answer came — look for a crash, a restart or a proxy at the receiver",
    });
  });

  it.each<[string, string]>([
    ["nothing", ""],
    ["half a header", "HTTP/1.1 200 OK\r\ncontent-le"],
    ["a promise", "HTTP/1.1 102 Processing\r\n\r\n"],
  ])("because the receiver hangs after %s", async (_what, text) => {
    const { port } = await bed.receiver((socket) => text && socket.write(text));
    expect(await attempt(`http://127.0.0.1:${port}/`, { totalTimeoutMs: 200 })).toEqual({
      fault: "receiver",
      statusCode: null,
      code: "no_answer",
      words: "No answer within 0.2 s — answer 2xx first and do the work afterwards",
    });
  });

  it("because connecting takes too long", async () => {
    const { port } = await bed.receiver(() => {});
    expect(await attempt(`https://127.0.0.1:${port}/`, { connectTimeoutMs: 200 })).toEqual({
      fault: "receiver",
      statusCode: null,
      code: "connect_timeout",
      words:
        "No connection to 127.0.0.1 within 0.2 s — check that the server runs and that its firewall lets us in",
    });
  });

  it.each<[string, string]>([
    ["garbage", "SSH-2.0-OpenSSH_9.6\r\n\r\n"],
    ["a header with a control character", "HTTP/1.1 200 OK\r\nx: a\u0001b\r\n\r\n"],
    ["two lengths", "HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab"],
    ["an unasked 100", "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"],
    ["another protocol", "HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n"],
  ])("but with %s", async (_what, text) => {
    const { port } = await bed.receiver((socket) => socket.write(text));
    expect(await attempt(`http://127.0.0.1:${port}/`)).toEqual({
      fault: "receiver",
      statusCode: null,
      code: "response_invalid",
      words: "The answer isn't valid HTTP — check that a web server listens on this port",
    });
  });

  it("but with endless headers", async () => {
    const { port } = await bed.receiver((socket) =>
      socket.write(answer("200 OK", { "x-long": "x".repeat(20_000) })),
    );
    expect(await attempt(`http://127.0.0.1:${port}/`)).toMatchObject({
      fault: "receiver",
      code: "response_too_large",
      words: "The answer's headers are larger than 16 KB — answer with fewer and shorter headers",
    });
  });
});

describe("without a secure connection", () => {
  type Case = [string, CertificateOptions & { selfSigned?: boolean }, AttemptErrorCode, string];
  it.each<Case>([
    [
      "signed by itself",
      { selfSigned: true },
      "tls_untrusted",
      "Certificate not trusted — use one of a public authority, or have your operator trust its CA through NODE_EXTRA_CA_CERTS",
    ],
    ["expired", { fromDays: -30, toDays: -1 }, "tls_expired", "Certificate expired — renew it"],
    [
      "not valid yet",
      { fromDays: 1 },
      "tls_not_yet_valid",
      "Certificate not valid yet — check from when it is valid, and the server's clock",
    ],
    [
      "of another host",
      { names: ["other.example", "10.1.2.3"] },
      "tls_wrong_host",
      "Certificate is for other.example, 10.1.2.3, not for localhost — install one that names localhost",
    ],
  ])("because the certificate is %s", async (_what, options, code, words) => {
    const tls = await bed.authority().issue(options);
    const { port, requests } = await bed.receiver((socket) => socket.write(answer("200 OK")), { tls });
    const origin = `https://localhost:${port}`;
    const outcome = await attempt(`${origin}/`, {
      testReceiver: () => ({ origin, caPath: bed.authority().caPath }),
    });
    expect(outcome).toEqual({ fault: "receiver", statusCode: null, code, words });
    expect(requests).toHaveLength(0);
  });

  it("because the authority is unknown; the test receiver's is trusted for its own origin only", async () => {
    const { port, requests } = await bed.receiver((socket) => socket.write(answer("200 OK")), {
      tls: await bed.authority().issue(),
    });
    const testReceiver = () => ({ origin: "https://localhost:1", caPath: bed.authority().caPath });
    expect(await attempt(`https://127.0.0.1:${port}/`, { testReceiver })).toEqual({
      fault: "receiver",
      statusCode: null,
      code: "tls_incomplete_chain",
      words:
        "Certificate not trusted — its issuer is unknown: install the full chain with all intermediate certificates",
    });
    expect(requests).toHaveLength(0);
  });

  it("unless the operator trusts the authority through NODE_EXTRA_CA_CERTS", async () => {
    const { port } = await bed.receiver((socket) => socket.write(answer("200 OK")), {
      tls: await bed.authority().issue(),
    });
    const script = fileURLToPath(new URL("./testing/send-once.ts", import.meta.url));
    const send = (env: Record<string, string>) =>
      promisify(execFile)(process.execPath, ["--import", "tsx", script, `https://127.0.0.1:${port}/`], {
        env: { NODE_ENV: "test", ...env },
      });
    expect((await send({})).stdout).toBe("tls_incomplete_chain");
    expect((await send({ NODE_EXTRA_CA_CERTS: bed.authority().caPath })).stdout).toBe("delivered");
    expect((await send({ NODE_TLS_REJECT_UNAUTHORIZED: "0" })).stdout).toBe("tls_incomplete_chain");
  });

  it("because the port speaks plain HTTP", async () => {
    const web = createServer((_request, reply) => reply.end());
    await new Promise<void>((resolve) => web.listen(0, "127.0.0.1", resolve));
    bed.closeLater({ close: () => new Promise((resolve) => web.close(resolve)) });
    const { port } = web.address() as AddressInfo;
    expect(await attempt(`https://127.0.0.1:${port}/`)).toEqual({
      fault: "receiver",
      statusCode: null,
      code: "tls_not_https",
      words: `No HTTPS on port ${port} — switch HTTPS on there or correct the port`,
    });
  });

  it("because nothing newer than TLS 1.1 is offered", async () => {
    const tls = await bed.authority().issue();
    const old = {
      ...tls,
      minVersion: "TLSv1",
      maxVersion: "TLSv1.1",
      ciphers: "DEFAULT@SECLEVEL=0",
    } as const;
    const { port } = await bed.receiver(() => {}, { tls: old });
    expect(await attempt(`https://127.0.0.1:${port}/`)).toMatchObject({
      fault: "receiver",
      code: "tls_failed",
      words: "No secure connection could be agreed on — offer TLS 1.2 or newer without a client certificate",
    });
  });
});

describe("without an address", () => {
  it("because the name doesn't exist", async () => {
    const { address: dns } = await bed.dnsServer(() => "nxdomain");
    expect(await attempt("https://hooks.example.com/", { dnsServers: [dns] })).toEqual({
      fault: "receiver",
      statusCode: null,
      code: "dns_not_found",
      words: "hooks.example.com doesn't exist — check the host name for a typo, and its DNS entry",
    });
  });

  it("because the name has none", async () => {
    const { address: dns } = await bed.dnsServer(() => []);
    expect(await attempt("https://hooks.example.com/", { dnsServers: [dns] })).toMatchObject({
      fault: "receiver",
      code: "dns_not_found",
    });
  });

  it.each<DnsAnswer>(["servfail", "silence"])("because our DNS answers with %s: our fault", async (how) => {
    const { address: dns } = await bed.dnsServer(() => how);
    const outcome = await attempt("https://hooks.example.com/", { dnsServers: [dns], connectTimeoutMs: 500 });
    expect(outcome).toEqual({
      fault: "ours",
      statusCode: null,
      code: "dns_unavailable",
      words: `We couldn't look up hooks.example.com — ${OUR_SIDE}`,
    });
  });

  it("because our DNS is dead: our fault", async () => {
    const dead = await startDnsServer(() => []);
    await dead.close();
    expect(await attempt("https://hooks.example.com/", { dnsServers: [dead.address] })).toMatchObject({
      fault: "ours",
      code: "dns_unavailable",
    });
  });
});

describe("without a URL", () => {
  it.each(["", "ftp://example.com/", "https://user@example.com/"])("%j", async (url) => {
    expect(await attempt(url)).toMatchObject({ fault: "receiver", code: "url_invalid" });
  });
});
