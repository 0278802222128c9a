import { ensureBootstrapKey } from "@/lib/api-keys/commands/ensure-bootstrap-key";
import { createFirstAdmin, createWelcomeLink } from "@/lib/auth/accounts";
import { verifyPassword } from "@/lib/auth/password-hash";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { paths } from "@/lib/paths";
import { freshDemoLink } from "@/prisma/seed/fresh-demo-link";
import { seedDemoProject } from "@/prisma/seed/seed-demo-project";
import { applyMigrations } from "@/scripts/prisma/apply-migrations";
import { makeFirstSignIn, readFirstSignIn } from "./first-sign-in";
import type { PreparedData } from "./prepared-data";

/**
 * One start's work on the data: migrations, the first admin, demo data, and the links that are fresh at each local start.
 * `--local` allows those links, `--demo` the demo data. Reports a PreparedData to the process that started it.
 */
async function prepareData(options: { isLocal: boolean; withDemo: boolean }): Promise<PreparedData> {
  const { DATA_DIR, DATABASE_URL, DATABASE_DIRECT_URL, ADMIN_EMAIL, ADMIN_PASSWORD } = env();
  await applyMigrations(DATABASE_DIRECT_URL ?? DATABASE_URL ?? "");

  const startedMs = performance.now();
  const isNew = (await db.user.count()) === 0;
  if (isNew) {
    const email = ADMIN_EMAIL ?? "admin@localhost";
    const kept = await readFirstSignIn(DATA_DIR);
    const generated = kept?.email === email ? kept.password : null;
    const password = ADMIN_PASSWORD ?? generated ?? (await makeFirstSignIn(DATA_DIR, email)).password;
    await createFirstAdmin(email, password);
  }
  const admin = await db.user.findFirstOrThrow({ orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  if (options.withDemo && (isNew || env().DEMO === "1")) await seedDemoProject(admin);
  const { BOOTSTRAP_API_KEY } = env();
  if (BOOTSTRAP_API_KEY) await ensureBootstrapKey(BOOTSTRAP_API_KEY);
  const firstTimeMs = isNew ? performance.now() - startedMs : 0;

  const kept = await readFirstSignIn(DATA_DIR);
  const isStillRight =
    kept?.email === admin.email && (await verifyPassword(admin.passwordHash, kept.password));
  return {
    adminEmail: admin.email,
    adminPassword: isStillRight ? kept.password : null,
    isNewAdmin: isNew,
    welcomePath: options.isLocal ? paths.welcome(await createWelcomeLink(admin.id)) : null,
    customerPath: options.isLocal ? await freshDemoLink(admin.id, 4) : null,
    firstTimeMs,
  };
}

prepareData({ isLocal: process.argv.includes("--local"), withDemo: process.argv.includes("--demo") }).then(
  (prepared) => process.send?.(prepared, () => process.exit(0)),
  (error: unknown) => {
    console.error(
      `The database couldn't be prepared: ${error instanceof Error ? error.message : String(error)}`,
    );
    process.exit(1);
  },
);
