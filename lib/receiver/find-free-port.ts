import { createServer } from "node:net";

const TRIES = 50;

/** The preferred port, else the first free one from `from` on. @throws Error when 50 in a row are taken. */
export async function findFreePort(preferred: number, from: number): Promise<number> {
  const candidates = [preferred, ...Array.from({ length: TRIES }, (_, index) => from + index)];
  for (const port of candidates) {
    if (port <= 65_535 && (await isFree(port))) return port;
  }
  throw new Error(`No free port for the test receiver from ${from} on. Set RECEIVER_PORT to a free one.`);
}

/** Whether a port is free on both loopback addresses: `localhost` may be either. */
async function isFree(port: number): Promise<boolean> {
  for (const host of ["127.0.0.1", "::1"]) {
    const code = await tryToListen(port, host);
    if (code === "EADDRINUSE" || code === "EACCES") return false;
  }
  return true;
}

function tryToListen(port: number, host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "unknown"));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}
