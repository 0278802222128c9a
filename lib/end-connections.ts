import { onHttpRequest } from "@/lib/on-http-request";

/**
 * Once this process is asked to end, each answer closes its connection. Otherwise a client that keeps one open and asks
 * again, as load balancers do, would keep the server from ending.
 */
export function endConnectionsAtStop(): void {
  let isStopping = false;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      isStopping = true;
    });
  }
  onHttpRequest((_, answer) => {
    if (isStopping) answer.shouldKeepAlive = false;
  });
}
