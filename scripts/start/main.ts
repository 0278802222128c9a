import { EnvError } from "@/lib/env";
import { buildIfChanged, generateIfChanged } from "./build-if-changed";
import { checkDatabase } from "./check-database";
import { checkPort } from "./check-port";
import { lockDataDir } from "./data-dir-lock";
import { endOrphans } from "./end-orphans";
import { prepareInngestServer } from "./inngest-server";
import { keepPostgres } from "./keep-postgres";
import { prepareDatabase, prepareEmbeddedDatabase } from "./prepare-database";
import type { PreparedData } from "./prepared-data";
import { readyFacts } from "./ready-facts";
import { readyText } from "./ready-text";
import { createShutdown, type Shutdown } from "./shutdown";
import { StartError } from "./start-error";
import { childEnvironment, readPlan, type StartMode, type StartPlan } from "./start-plan";
import { startProcesses } from "./start-processes";
import { createSteps, type Steps } from "./steps";

export type StartInput = {
  mode: StartMode;
  /** When this process began, in milliseconds since 1970. */
  startedAtMs: number;
  /** What installing packages took; 0 when they were there. */
  installMs: number;
};

/** Everything `npm start` does once the packages are there. Returns when all runs; ends the process when it can't. */
export async function main(input: StartInput): Promise<void> {
  const shutdown = createShutdown();
  try {
    await start(input, shutdown);
  } catch (error) {
    if (shutdown.hasBegun()) return;
    console.error(isExpected(error) ? error.message : error);
    await shutdown.run(1);
  }
}

async function start(input: StartInput, shutdown: Shutdown): Promise<void> {
  const plan = readPlan(input.mode);
  const { env, dataDir } = plan;
  const steps = createSteps();
  steps.addOnce(input.installMs);
  if (env.DATABASE_URL) await checkDatabase(env.DATABASE_URL);
  if (env.DATABASE_DIRECT_URL) await checkDatabase(env.DATABASE_DIRECT_URL, "DATABASE_DIRECT_URL");

  const lock = await lockDataDir(dataDir, env.APP_URL);
  shutdown.add(lock.release);
  if (lock.orphans.length > 0)
    await steps.run("Ending what a killed start left", () => endOrphans(lock.orphans));
  await checkPort("PORT", env.PORT);
  await checkPort("WORKER_PORT", env.WORKER_PORT);

  const childEnv = await childEnvironment(plan);
  await generateIfChanged(childEnv, steps);
  if (plan.mode !== "dev") await buildIfChanged(childEnv, steps);
  const inngest = plan.mode === "inngest" ? await prepareInngestServer(plan, steps) : null;
  const { databaseUrl, prepared } = await openDatabase({ plan, env: childEnv, steps, shutdown });
  steps.addOnce(prepared.firstTimeMs);
  await steps.run("Starting", () =>
    startProcesses({ plan, inngest, env: { ...childEnv, DATABASE_URL: databaseUrl }, lock, shutdown }),
  );
  const tookMs = Date.now() - input.startedAtMs;
  console.log(
    readyText(
      readyFacts({ plan, prepared, inngestUrl: inngest?.url ?? null, tookMs, onceMs: steps.onceMs() }),
    ),
  );
}

async function openDatabase(input: {
  plan: StartPlan;
  env: NodeJS.ProcessEnv;
  steps: Steps;
  shutdown: Shutdown;
}): Promise<{ databaseUrl: string; prepared: PreparedData }> {
  const { plan, env, steps, shutdown } = input;
  const wantsDemo = plan.isEmbedded || plan.env.DEMO === "1";
  const flags = [plan.isLocal ? "--local" : "", wantsDemo ? "--demo" : ""].filter(Boolean);
  if (plan.env.DATABASE_URL) {
    const prepared = await steps.run("Preparing the database", () => prepareDatabase(env, flags));
    return { databaseUrl: plan.env.DATABASE_URL, prepared };
  }
  const postgres = await steps.run("Starting Postgres", () => keepPostgres(plan.dataDir));
  shutdown.add(postgres.stop);
  if (postgres.setAside)
    console.log(
      `  DATA_DIR was empty, so this is a fresh start. The last database is in ${postgres.setAside}.`,
    );
  return steps.run("Preparing the database", () => prepareEmbeddedDatabase(postgres.serverUrl, env, flags));
}

function isExpected(error: unknown): error is Error {
  return error instanceof StartError || error instanceof EnvError;
}
