import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { takeLock } from "./process-lock";
import { projectRoot } from "./project-root";
import { runTask } from "./run-task";
import { fingerprint } from "./source-fingerprint";
import type { Steps } from "./steps";

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
export async function generateIfChanged(env: NodeJS.ProcessEnv, steps: Steps): Promise<void> {
  const stamp = path.join(projectRoot, "lib/db/generated/sources.txt");
  await whenChanged(stamp, clientSources, "", () =>
    steps.run(
      "Generating the database client",
      async () => {
        const prisma = path.join(projectRoot, "node_modules/prisma/build/index.js");
        await runTask([prisma, "generate", "--config", "prisma/prisma.config.ts"], {
          ...env,
          PRISMA_SCHEMA_ENGINE_BINARY: path.join(projectRoot, "scripts/prisma/schema-engine"),
        });
      },
      { isOnce: true },
    ),
  );
}

/** Builds the web application when its sources are not those of the last build. */
export async function buildIfChanged(env: NodeJS.ProcessEnv, steps: Steps): Promise<void> {
  const folder = path.join(projectRoot, env["NEXT_DIST_DIR"] ?? ".next");
  await whenChanged(path.join(folder, "sources.txt"), webSources, process.version, () =>
    steps.run(
      "Building",
      async () => {
        const next = path.join(projectRoot, "node_modules/next/dist/bin/next");
        await runTask([next, "build"], { ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" });
      },
      { isOnce: true },
    ),
  );
}

/** Two starts in one clone take turns; the second then finds the work done. */
async function whenChanged(
  stamp: string,
  sources: string[],
  salt: string,
  work: () => Promise<void>,
): Promise<void> {
  await mkdir(path.join(projectRoot, "node_modules/.cache"), { recursive: true });
  const lock = path.join(projectRoot, "node_modules/.cache/starwire-build.lock");
  while (!(await takeLock(lock, "")).isMine) await sleep(200);
  try {
    const now = await fingerprint(projectRoot, sources, salt);
    if ((await readFile(stamp, "utf8").catch(() => "")) === now) return;
    await rm(stamp, { force: true });
    await work();
    await writeFile(stamp, now);
  } finally {
    await rm(lock, { force: true });
  }
}
