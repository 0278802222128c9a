import { Inngest, type InngestFunction } from "inngest";
import { serve } from "inngest/edge";
import { createEngine, type Engine, type EngineOptions } from "@/inngest/engine/create-engine";
import type { Handler } from "@/inngest/engine/handler";
import type { RunEnd } from "@/inngest/engine/run-job";
import { quietLogger } from "./quiet-logger";

/** An engine of its own with a client that sends to it; several may run in one process. */
export async function startTestEngine(
  options: Partial<EngineOptions> & {
    databaseUrl: string;
    functions: (client: Inngest) => InngestFunction.Like[];
    appId?: string;
    isCheckpointing?: boolean;
    wrap?: (handler: Handler) => Handler;
  },
): Promise<{ client: Inngest; engine: Engine; ends: RunEnd[] }> {
  const {
    functions,
    appId = "app",
    isCheckpointing = true,
    wrap = (handler) => handler,
    ...engineOptions
  } = options;
  const ends: RunEnd[] = [];
  const late: { engine?: Engine } = {};
  const client = new Inngest({
    id: appId,
    isDev: true,
    baseUrl: "http://engine.internal",
    checkpointing: isCheckpointing,
    logger: quietLogger,
    fetch: async (input, init) => {
      if (!late.engine) throw new Error("The engine isn't there yet");
      return late.engine.fetch(input, init);
    },
  });
  const engine = createEngine({
    retryDelayMs: () => 20,
    ...engineOptions,
    handler: wrap(serve({ client, functions: functions(client) })),
    onRunEnd: (end) => ends.push(end),
  });
  late.engine = engine;
  await engine.start();
  return { client, engine, ends };
}
