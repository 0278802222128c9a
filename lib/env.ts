import { z } from "zod";

const decimal = (fallback: number) => z.coerce.number().nonnegative().default(fallback);
const port = (fallback: number) => z.coerce.number().int().min(1).max(65_535).default(fallback);
const list = z
  .string()
  .default("")
  .transform((text) =>
    text
      .split(",")
      .map((item) => item.trim())
      .filter(Boolean),
  );

const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  PORT: port(3000),
  DATA_DIR: z.string().min(1).default(".data"),
  WORKER_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  RECEIVER_PORT: port(3443),
  RECEIVER: z.enum(["on", "off"]).default("on"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "must be a postgresql:// URL")
    .optional(),
  DATABASE_DIRECT_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "must be a postgresql:// URL")
    .optional(),
  DATABASE_POOL_MAX: z.coerce.number().int().min(2).max(200).default(10),
  APP_URL: z.url({ protocol: /^https?$/, error: "must be a full http:// or https:// URL" }).optional(),
  ENGINE: z.enum(["embedded", "inngest"]).default("embedded"),
  ADMIN_EMAIL: z.email("must be an e-mail address").optional(),
  ADMIN_PASSWORD: z.string().min(10, "must have at least 10 characters").optional(),
  ENCRYPTION_KEY: z.string().min(32, "must have at least 32 characters").optional(),
  AUTH_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  WEBHOOK_ALLOWED_NETS: list,
  WEBHOOK_DNS_SERVERS: list,
  WEBHOOK_RETRY_DELAYS: z
    .string()
    .regex(/^\d+(\.\d+)?(\s*,\s*\d+(\.\d+)?)*$/, "must be a comma list of seconds, for example 5,30,120")
    .default("5,30,120,600,1800,7200,18000,36000,50400,72000,86400")
    .transform((text) => text.split(",").map(Number)),
  WEBHOOK_DISABLE_AFTER_HOURS: decimal(120),
  WEBHOOK_DISABLE_AFTER_HOURS_NEVER_SUCCEEDED: decimal(72),
  WEBHOOK_DISABLE_MIN_ATTEMPTS: decimal(10),
  WEBHOOK_DISABLE_MIN_EVENTS: decimal(2),
  WEBHOOK_DISABLE_MIN_SPAN_HOURS: decimal(12),
  WEBHOOK_NOTICE_AFTER_HOURS: z
    .string()
    .regex(/^\d+(\.\d+)?(\s*,\s*\d+(\.\d+)?)*$/, "must be a comma list of hours, for example 24,72")
    .default("24,72")
    .transform((text) => text.split(",").map(Number)),
  SCANNER_GUARD: z.enum(["auto", "on", "off"]).default("auto"),
  SCANNER_GUARD_MINUTES: decimal(5),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
});

/** What one environment variable should be, in a sentence that names it. */
export class EnvError extends Error {
  override name = "EnvError";
}

/** Reads the environment once. Empty strings count as unset. @throws EnvError naming each bad variable and what it should be. */
export function parseEnv(source: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = schema.safeParse(given);
  if (!result.success) {
    throw new EnvError(
      result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("\n"),
    );
  }
  const values = result.data;
  const appUrl = (values.APP_URL ?? `http://localhost:${values.PORT}`).replace(/\/+$/, "");
  return { ...values, WORKER_PORT: values.WORKER_PORT ?? values.PORT + 1, APP_URL: appUrl };
}

export type Env = ReturnType<typeof parseEnv>;

let parsed: Env | undefined;

/** The environment of this process, parsed at first use. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

/** Makes the next `env()` parse anew; for tests, which set variables after the first import. */
export function forgetEnv(): void {
  parsed = undefined;
}

/** True while `APP_URL` is a loopback address: nobody outside this machine can open a link. */
export function isLoopbackApp(appUrl = env().APP_URL): boolean {
  const { hostname } = new URL(appUrl);
  return (
    hostname === "localhost" ||
    hostname === "[::1]" ||
    hostname.startsWith("127.") ||
    hostname.endsWith(".localhost")
  );
}
