import type { Socket } from "node:net";
import { Client } from "undici";

/** One HTTP/1.1 connection to one origin; carries one request at a time. */
export type Connection = {
  readonly origin: string;
  readonly client: Client;
  /** Of the socket in use or last used; null before the first one was connected. */
  remoteAddress: string | null;
  openedAtMs: number;
  cancelConnecting: () => void;
};

export type Connect = (done: (error: Error | null, socket: Socket | null) => void) => () => void;

export type PoolLimits = {
  /** Idle connections kept in all. */
  idleMax: number;
  idleMaxPerOrigin: number;
  /** A connection idle for longer is closed; a receiver's `Keep-Alive: timeout` can only shorten or lengthen it up to `idleMsMax`. */
  idleMs: number;
  idleMsMax: number;
  /** An older connection isn't used again, so that a changed DNS entry is followed. */
  ageMsMax: number;
};

const HEADERS_BYTES_MAX = 16_384;

/**
 * Keeps connections for reuse per origin, last used first. There is no queue: who finds no idle connection opens one,
 * so a slow request never stands in the way of another; how many run at once is the caller's limit.
 */
export function createConnectionPool(limits: PoolLimits) {
  const idleByOrigin = new Map<string, Connection[]>();
  const idle = new Set<Connection>();

  function discard(connection: Connection) {
    forget(connection);
    connection.cancelConnecting();
    connection.client.destroy().catch(() => {});
  }

  function forget(connection: Connection) {
    if (!idle.delete(connection)) return;
    const others = idleByOrigin.get(connection.origin)?.filter((each) => each !== connection) ?? [];
    if (others.length > 0) idleByOrigin.set(connection.origin, others);
    else idleByOrigin.delete(connection.origin);
  }

  function open(origin: string, connect: Connect): Connection {
    const client = new Client(origin, {
      connect(_options, callback) {
        connection.remoteAddress = null;
        connection.cancelConnecting = connect((error, socket) => {
          connection.cancelConnecting = () => {};
          if (!socket) return callback(error ?? new Error("not connected"), null);
          connection.remoteAddress = socket.remoteAddress ?? null;
          connection.openedAtMs = performance.now();
          callback(null, socket);
        });
      },
      keepAliveTimeout: limits.idleMs,
      keepAliveMaxTimeout: limits.idleMsMax,
      maxHeaderSize: HEADERS_BYTES_MAX,
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    const connection: Connection = {
      origin,
      client,
      remoteAddress: null,
      openedAtMs: performance.now(),
      cancelConnecting: () => {},
    };
    client.on("disconnect", () => {
      if (idle.has(connection)) discard(connection);
    });
    return connection;
  }

  return {
    /** An idle connection of this origin, or a new one that `connect` will open for the first request. */
    acquire(origin: string, connect: Connect): Connection {
      const connection = idleByOrigin.get(origin)?.pop();
      if (!connection) return open(origin, connect);
      idle.delete(connection);
      return connection;
    },

    /** Gives a connection back after its request; kept only when the answer was read to its end. */
    release(connection: Connection, isReusable: boolean) {
      const isFresh = performance.now() - connection.openedAtMs < limits.ageMsMax;
      const others = idleByOrigin.get(connection.origin) ?? [];
      if (!isReusable || !isFresh || others.length >= limits.idleMaxPerOrigin) return discard(connection);
      others.push(connection);
      idleByOrigin.set(connection.origin, others);
      idle.add(connection);
      const [oldest] = idle;
      if (oldest && idle.size > limits.idleMax) discard(oldest);
    },

    /** Closes all idle connections. */
    clear() {
      for (const connection of idle) discard(connection);
    },
  };
}
