import path from "node:path";
import { type Env, isLoopbackApp, parseEnv } from "@/lib/env";
import { startSecrets } from "./start-secrets";

export type StartMode = "start" | "dev" | "inngest";

/** What one start is about, read from its environment before anything is begun. */
export type StartPlan = {
  mode: StartMode;
  env: Env;
  dataDir: string;
  /** Our own Postgres, in `dataDir`. */
  isEmbedded: boolean;
  /** Embedded and reachable from this machine only: links may be shown, the test receiver runs. */
  isLocal: boolean;
  hasReceiver: boolean;
};

/** @throws EnvError */
export function readPlan(mode: StartMode): StartPlan {
  const env = parseEnv(mode === "inngest" ? { ...process.env, ENGINE: "inngest" } : process.env);
  const isEmbedded = env.DATABASE_URL === undefined;
  const isLocal = isEmbedded && isLoopbackApp(env.APP_URL);
  const hasReceiver = isLocal && env.RECEIVER === "on";
  return { mode, env, dataDir: path.resolve(env.DATA_DIR), isEmbedded, isLocal, hasReceiver };
}

/** The environment of every process of this start, but for the database. @throws StartError naming missing secrets */
export async function childEnvironment(plan: StartPlan): Promise<NodeJS.ProcessEnv> {
  const { env, dataDir, mode } = plan;
  return {
    ...process.env,
    ...(await startSecrets(env, dataDir)),
    NODE_ENV: mode === "dev" ? "development" : "production",
    DATA_DIR: dataDir,
    PORT: String(env.PORT),
    WORKER_PORT: String(env.WORKER_PORT),
    ENGINE: env.ENGINE,
    RECEIVER: plan.hasReceiver ? "on" : "off",
    NEXT_TELEMETRY_DISABLED: "1",
  };
}
