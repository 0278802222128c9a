import { answers } from "./answers";
import type { ChildSettings } from "./kept-child";
import type { StartPlan } from "./start-plan";

/** How one process is started, and how one knows that it is ready. */
export type ProcessSettings = Omit<ChildSettings, "env" | "onStart">;

/** Web: `next start`, or with hot reload `next dev`. */
export function webSettings({ env, mode }: StartPlan): ProcessSettings {
  return {
    name: "web",
    args: ["node_modules/next/dist/bin/next", mode === "dev" ? "dev" : "start", "--port", String(env.PORT)],
    isReady: () => answers(`http://127.0.0.1:${env.PORT}/healthz`),
  };
}

export function workerSettings(): ProcessSettings {
  return {
    name: "worker",
    args: ["--import", "tsx", "scripts/worker.ts"],
    isReady: (lines) => lines.some((line) => line.startsWith("ready ")),
  };
}

export function receiverSettings(): ProcessSettings {
  return {
    name: "receiver",
    args: ["--import", "tsx", "scripts/receiver.ts"],
    isReady: (lines) => lines.some((line) => line.startsWith("ready ")),
  };
}
