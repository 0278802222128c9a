import { randomBytes } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { freePort } from "@/scripts/postgres/free-port";
import { writePrivateFile } from "@/scripts/postgres/private-file";
import { answers } from "./answers";
import { inngestBinary } from "./inngest-binary";
import type { ProcessSettings } from "./process-settings";
import type { StartPlan } from "./start-plan";
import type { Steps } from "./steps";

const keysSchema = z.object({ eventKey: z.string(), signingKey: z.string() });
const usualPort = 8288;

/** An Inngest server of our own: how to start it, where its dashboard is, and what the other processes need to know. */
export type InngestServer = { url: string; settings: ProcessSettings; env: Record<string, string> };

/** Its dashboard has no sign-in, so it listens on 127.0.0.1 only. It asks the worker for the functions. */
export async function prepareInngestServer(plan: StartPlan, steps: Steps): Promise<InngestServer> {
  const binary = await inngestBinary(steps);
  const folder = path.join(plan.dataDir, "inngest");
  await mkdir(folder, { recursive: true });
  const { eventKey, signingKey } = await keptKeys(folder);
  const port = await freePort(usualPort);
  const url = `http://127.0.0.1:${port}`;
  const flags = {
    host: "127.0.0.1",
    port,
    "sdk-url": `http://127.0.0.1:${plan.env.WORKER_PORT}/api/inngest`,
    "poll-interval": 5,
    "log-level": "warn",
    "sqlite-dir": folder,
    "event-key": eventKey,
    "signing-key": signingKey,
    "connect-gateway-port": await freePort(),
    "connect-gateway-grpc-port": await freePort(),
    "connect-executor-grpc-port": await freePort(),
  };
  const args = Object.entries(flags).flatMap(([name, value]) => [`--${name}`, String(value)]);
  return {
    url,
    settings: {
      name: "inngest",
      args: ["scripts/start/run-binary.mjs", binary, "start", ...args],
      isReady: () => answers(`${url}/health`),
    },
    env: {
      INNGEST_DEV: "0",
      INNGEST_BASE_URL: url,
      INNGEST_EVENT_KEY: eventKey,
      INNGEST_SIGNING_KEY: signingKey,
    },
  };
}

async function keptKeys(folder: string): Promise<z.infer<typeof keysSchema>> {
  const text = await readFile(path.join(folder, "keys.json"), "utf8").catch(() => null);
  if (text !== null) return keysSchema.parse(JSON.parse(text));
  const made = { eventKey: randomBytes(16).toString("hex"), signingKey: randomBytes(32).toString("hex") };
  await writePrivateFile(folder, "keys.json", `${JSON.stringify(made, null, 2)}\n`);
  return made;
}
