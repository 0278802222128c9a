import { fileURLToPath } from "node:url";

const startedAtMs = performance.timeOrigin;
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const mode = process.argv[2] ?? "start";

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Starwire needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}
console.log("Starwire is starting.");
process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const { installIfNeeded } = await import("./start/install-if-needed.mjs");
const installMs = await installIfNeeded();
const { register } = await import("tsx/esm/api");
register();
const { main } = await import("./start/main.ts");
await main({ mode, startedAtMs, installMs });
