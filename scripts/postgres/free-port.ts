import { createServer } from "node:net";

/** `wanted` when nothing listens there on 127.0.0.1, else a port that is free now. */
export async function freePort(wanted?: number): Promise<number> {
  return (
    (wanted ? await tryPort(wanted) : null) ??
    (await tryPort(0)) ??
    Promise.reject(new Error("No port is free on 127.0.0.1."))
  );
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(null));
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : null));
    });
  });
}
