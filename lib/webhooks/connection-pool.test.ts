import { connect as connectTcp } from "node:net";
import { describe, expect, it } from "vitest";
import { createConnectionPool, type PoolLimits } from "./connection-pool";
import { answer, type RawReceiver } from "./testing/raw-receiver";
import { useTestBed } from "./testing/test-bed";

const bed = useTestBed();
const LIMITS: PoolLimits = {
  idleMax: 10,
  idleMaxPerOrigin: 10,
  idleMs: 60_000,
  idleMsMax: 60_000,
  ageMsMax: 60_000,
};

function poolOf(to: RawReceiver, limits: Partial<PoolLimits>) {
  const pool = createConnectionPool({ ...LIMITS, ...limits });
  bed.closeLater({ close: async () => pool.clear() });
  const acquire = () =>
    pool.acquire(`http://127.0.0.1:${to.port}`, (done) => {
      const socket = connectTcp(to.port, "127.0.0.1", () => done(null, socket));
      return () => socket.destroy();
    });
  const request = async (connection: ReturnType<typeof acquire>) => {
    const { body } = await connection.client.request({ path: "/", method: "POST", body: "{}" });
    await body.text();
  };
  return { pool, acquire, request };
}

describe("the connection pool", () => {
  it("takes the connection used last, and opens another only when none is idle", async () => {
    const to = await bed.receiver((socket) => socket.write(answer("200 OK")));
    const { pool, acquire, request } = poolOf(to, {});
    const [first, second] = [acquire(), acquire()];
    await Promise.all([request(first), request(second)]);
    expect(first.remoteAddress).toBe("127.0.0.1");
    pool.release(first, true);
    pool.release(second, true);
    expect(acquire()).toBe(second);
    expect(acquire()).toBe(first);
    expect(to.connections()).toBe(2);
  });

  it.each<[string, Partial<PoolLimits>]>([
    ["older than allowed", { ageMsMax: 0 }],
    ["one too many for its origin", { idleMaxPerOrigin: 0 }],
    ["one too many in all", { idleMax: 0 }],
    ["idle for too long", { idleMs: 1 }],
  ])("closes a connection that is %s", async (_why, limits) => {
    const to = await bed.receiver((socket) => socket.write(answer("200 OK")));
    const { pool, acquire, request } = poolOf(to, limits);
    const connection = acquire();
    await request(connection);
    pool.release(connection, true);
    await expect.poll(() => to.sockets.size).toBe(0);
    const next = acquire();
    expect(next).not.toBe(connection);
    await request(next);
    pool.release(next, false);
  });

  it("closes a connection whose answer wasn't read to its end", async () => {
    const to = await bed.receiver((socket) => socket.write(answer("200 OK")));
    const { pool, acquire, request } = poolOf(to, {});
    const connection = acquire();
    await request(connection);
    pool.release(connection, false);
    await expect.poll(() => to.sockets.size).toBe(0);
  });

  it("forgets a connection that the receiver closed while it was idle", async () => {
    const to = await bed.receiver((socket) => socket.write(answer("200 OK")));
    const { pool, acquire, request } = poolOf(to, {});
    const connection = acquire();
    await request(connection);
    pool.release(connection, true);
    to.sockets.forEach((socket) => socket.destroy());
    await expect.poll(() => connection.client.destroyed).toBe(true);
    expect(acquire()).not.toBe(connection);
  });

  it("keeps a connection for as long as the receiver says", async () => {
    const to = await bed.receiver((socket) => socket.write(answer("200 OK", { "keep-alive": "timeout=3" })));
    const { pool, acquire, request } = poolOf(to, { idleMsMax: 2 });
    const connection = acquire();
    await request(connection);
    pool.release(connection, true);
    await expect.poll(() => to.sockets.size).toBe(0);
  });
});
