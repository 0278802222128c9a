import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, expect, test } from "vitest";
import { findFreePort } from "@/lib/receiver/find-free-port";
import { startWorkerServer } from "@/scripts/worker/start-worker-server";

let server: Awaited<ReturnType<typeof startWorkerServer>>;
afterEach(() => server.close());

test.each(["//", "//?x", "/\\", "http://[", "/healthz/", "*"])(
  "a request to %j is answered, and the worker lives on",
  async (target) => {
    const port = await findFreePort(42_610, 42_610);
    server = await startWorkerServer({ port, relayIdleMs: () => 0, inngest: null });
    const socket = connect(port, "127.0.0.1");
    socket.end(`GET ${target} HTTP/1.1\r\nhost: worker\r\nconnection: close\r\n\r\n`);
    expect(await text(socket)).toContain("404 Not Found");
    expect(await (await fetch(`http://127.0.0.1:${port}/healthz?probe=1`)).text()).toBe("alive\n");
  },
);
