import { keepChild } from "./kept-child";
import { processIdentity } from "./process-identity";

// For kept-child.test.ts: keeps one child and says which process that is.
const child = keepChild({
  name: "example",
  args: [process.argv[2] ?? ""],
  env: process.env,
  isReady: (lines) => lines.includes("ready"),
  onStart: () => undefined,
});
await child.ready;
console.log(processIdentity(child.pid() ?? 0));
