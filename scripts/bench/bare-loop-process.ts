import { z } from "zod";
import { drainBarely } from "./bare-loop";

/** The bare loop in a process of its own, as the worker is one. Ends when told to and nothing is left. */
const { webhookId, url } = z
  .object({ webhookId: z.string(), url: z.string() })
  .parse(JSON.parse(process.argv[2] ?? ""));
let isOver = false;
process.on("SIGTERM", () => {
  isOver = true;
});
console.log("ready");
await drainBarely(webhookId, url, () => isOver);
process.exit(0);
