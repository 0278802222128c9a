import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { longStep } from "./long-step";
import { takeLock } from "./process-lock";
import { projectRoot } from "./project-root";
import { runTask } from "./run-task";
import { fingerprint } from "./source-fingerprint";

const clientSources = ["prisma/schema", "prisma/prisma.config.ts", "package-lock.json"];
const webSources = [
  "app",
  "components",
  "lib",
  "inngest",
  "prisma/schema",
  "public",
  "instrumentation.ts",
  "proxy.ts",
  "next.config.js",
  "postcss.config.mjs",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];

/** Generates the Prisma client when the schema is not the one it was generated from. */
export async function generateIfChanged(env: NodeJS.ProcessEnv): Promise<void> {
  const stamp = path.join(projectRoot, "lib/db/generated/sources.txt");
  await whenChanged(stamp, clientSources, "", () =>
    longStep("Generating the database client", async () => {
      const prisma = path.join(projectRoot, "node_modules/prisma/build/index.js");
      await runTask([prisma, "generate", "--config", "prisma/prisma.config.ts"], {
        ...env,
        PRISMA_SCHEMA_ENGINE_BINARY: path.join(projectRoot, "scripts/prisma/schema-engine"),
      });
    }),
  );
}

/** Builds the web application when its sources are not those of the last build. True when it built. */
export async function buildIfChanged(env: NodeJS.ProcessEnv): Promise<boolean> {
  const folder = path.join(projectRoot, env["NEXT_DIST_DIR"] ?? ".next");
  return whenChanged(path.join(folder, "sources.txt"), webSources, process.version, () =>
    longStep("Building", async () => {
      const next = path.join(projectRoot, "node_modules/next/dist/bin/next");
      await runTask([next, "build"], { ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" });
    }),
  );
}

/** Two starts in one clone take turns; the second then finds the work done. */
async function whenChanged(
  stamp: string,
  sources: string[],
  salt: string,
  work: () => Promise<void>,
): Promise<boolean> {
  await mkdir(path.join(projectRoot, "node_modules/.cache"), { recursive: true });
  const lock = path.join(projectRoot, "node_modules/.cache/starwire-build.lock");
  while (!(await takeLock(lock, "")).isMine) await sleep(200);
  try {
    const now = await fingerprint(projectRoot, sources, salt);
    if ((await readFile(stamp, "utf8").catch(() => "")) === now) return false;
    await rm(stamp, { force: true });
    await work();
    await writeFile(stamp, now);
    return true;
  } finally {
    await rm(lock, { force: true });
  }
}
