import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { waitUntil } from "@/inngest/engine/testing/wait-until";

export const SIGNING_KEY = "0123456789abcdef0123456789abcdef";
export const EVENT_KEY = "test";

const STOP_MS = 5_000;

/** Starts an Inngest server with an empty folder of its own on free loopback ports, and waits until it answers. */
export async function startServerProcess(
  command: "dev" | "start",
  binary: string,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), "starwire-parity-"));
  const [port = 0, gateway, grpc, executor] = await freePorts(4);
  const flags = {
    host: "127.0.0.1",
    port,
    tick: 20,
    "retry-interval": 1,
    "connect-gateway-port": gateway,
    "connect-gateway-grpc-port": grpc,
    "connect-executor-grpc-port": executor,
    ...(command === "dev"
      ? {}
      : { "signing-key": SIGNING_KEY, "event-key": EVENT_KEY, "sqlite-dir": folder }),
  };
  const args = Object.entries(flags).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const quiet = command === "dev" ? ["--no-discovery", "--no-poll"] : ["--no-ui"];
  const child = spawn(binary, [command, ...args, ...quiet], { cwd: folder, stdio: "ignore" });
  const exit = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const url = `http://127.0.0.1:${port}`;
  await waitUntil(async () => (await fetch(`${url}/health`)).ok);
  return {
    url,
    stop: async () => {
      child.kill("SIGTERM");
      const timer = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
      await exit;
      clearTimeout(timer);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, "127.0.0.1"));
  await Promise.all(servers.map((server) => new Promise((resolve) => server.once("listening", resolve))));
  const ports = servers.map((server) => {
    const address = server.address();
    return typeof address === "object" && address ? address.port : 0;
  });
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
