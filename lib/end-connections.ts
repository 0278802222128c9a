import { subscribe } from "node:diagnostics_channel";
import { Socket } from "node:net";
import { onHttpRequest } from "@/lib/on-http-request";

const SILENT_MS = 1_000;

/**
 * Once this process is asked to end, each answer closes its connection, and one that has asked for nothing is cut after a
 * second. Otherwise a client that keeps one open and asks again, as load balancers do, or that opened one in advance, as
 * browsers do, would keep the server from ending: a closed one no longer looks for who takes too long.
 */
export function endConnectionsAtStop(): void {
  const silent = new Set<Socket>();
  let isStopping = false;
  const cutIfSilent = (socket: Socket) =>
    setTimeout(() => {
      if (silent.has(socket)) socket.destroy();
    }, SILENT_MS).unref();
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      isStopping = true;
      silent.forEach(cutIfSilent);
    });
  }
  subscribe("net.server.socket", (message) => {
    if (typeof message !== "object" || message === null) return;
    if (!("socket" in message) || !(message.socket instanceof Socket)) return;
    const { socket } = message;
    silent.add(socket);
    socket.once("close", () => silent.delete(socket));
    if (isStopping) cutIfSilent(socket);
  });
  onHttpRequest((request, answer) => {
    silent.delete(request.socket);
    if (isStopping) answer.shouldKeepAlive = false;
  });
}
