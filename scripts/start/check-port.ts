import { createServer } from "node:net";
import { StartError } from "./start-error";

/** @throws StartError when something listens on the port already, on any address */
export async function checkPort(name: string, port: number): Promise<void> {
  if (!(await isTaken(port)) && !(await isTaken(port, "127.0.0.1"))) return;
  throw new StartError(
    `Port ${port} is taken by another program. Choose a free one, for example ${name}=${port + 100}.`,
  );
}

function isTaken(port: number, host?: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) =>
      resolve(error.code === "EADDRINUSE" || error.code === "EACCES"),
    );
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(false)));
  });
}
