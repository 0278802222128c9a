import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import type { Env } from "@/lib/env";
import { writePrivateFile } from "@/scripts/postgres/private-file";
import { StartError } from "./start-error";

const keptSchema = z.object({ encryptionKey: z.string(), authSecret: z.string() });

export type Secrets = { ENCRYPTION_KEY: string; AUTH_SECRET: string };

/**
 * The secrets of this start. On an embedded database they are made once and kept in `DATA_DIR/secrets.json`; a given
 * ENCRYPTION_KEY encrypts from then on, and the kept one still decrypts. With DATABASE_URL they must be given, since
 * other machines need the same ones.
 *
 * @throws StartError naming what is missing
 */
export async function startSecrets(env: Env, dataDir: string): Promise<Secrets> {
  if (env.DATABASE_URL) return requireGiven(env);
  const kept = await keptSecrets(dataDir);
  const keys = [env.ENCRYPTION_KEY, kept.encryptionKey].filter((key) => key !== undefined);
  return { ENCRYPTION_KEY: keys.join(","), AUTH_SECRET: env.AUTH_SECRET ?? kept.authSecret };
}

function requireGiven({ ENCRYPTION_KEY, AUTH_SECRET }: Env): Secrets {
  if (ENCRYPTION_KEY && AUTH_SECRET) return { ENCRYPTION_KEY, AUTH_SECRET };
  const missing = [ENCRYPTION_KEY ? "" : "ENCRYPTION_KEY", AUTH_SECRET ? "" : "AUTH_SECRET"].filter(Boolean);
  throw new StartError(
    `With DATABASE_URL, ${missing.join(" and ")} must be set: at least 32 characters, the same on every machine. Make one with: openssl rand -base64 32`,
  );
}

async function keptSecrets(dataDir: string): Promise<z.infer<typeof keptSchema>> {
  const text = await readFile(path.join(dataDir, "secrets.json"), "utf8").catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return null;
      throw error;
    },
  );
  if (text !== null) return keptSchema.parse(JSON.parse(text));
  const made = {
    encryptionKey: randomBytes(32).toString("base64"),
    authSecret: randomBytes(32).toString("base64"),
  };
  await writePrivateFile(dataDir, "secrets.json", `${JSON.stringify(made, null, 2)}\n`);
  return made;
}
