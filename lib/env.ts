import { z } from "zod";
import * as field from "@/lib/env-fields";

const schema = z.object({
  NODE_ENV: field.oneOf("development", ["development", "production", "test"]),
  PORT: field.port().default(3000),
  DATA_DIR: z.string().default(".data"),
  WORKER_PORT: field.port().optional(),
  RECEIVER_PORT: field.port().default(3443),
  RECEIVER: field.oneOf("on", ["on", "off"]),
  DATABASE_URL: field.postgresUrl().optional(),
  DATABASE_DIRECT_URL: field.postgresUrl().optional(),
  DATABASE_POOL_MAX: field.wholeNumber(2, 200).default(10),
  APP_URL: field.webUrl().optional(),
  TRUSTED_PROXIES: field.wholeNumber(0, 10).default(0),
  ENGINE: field.oneOf("embedded", ["embedded", "inngest"]),
  INNGEST_BASE_URL: field.webUrl().optional(),
  ADMIN_EMAIL: field.emailAddress().optional(),
  ADMIN_PASSWORD: field.textOfAtLeast(10).optional(),
  BOOTSTRAP_API_KEY: field.apiKey().optional(),
  ENCRYPTION_KEY: field.textOfAtLeast(32).optional(),
  AUTH_SECRET: field.textOfAtLeast(32).optional(),
  DEMO: field.oneOf("0", ["0", "1"]),
  WEBHOOK_ALLOWED_NETS: field.networkList(),
  WEBHOOK_DNS_SERVERS: field.addressList(),
  WEBHOOK_RETRY_DELAYS: field.decimalList("seconds", "5,30,120,600,1800,7200,18000,36000,50400,72000,86400"),
  WEBHOOK_DISABLE_AFTER_HOURS: field.decimal(120),
  WEBHOOK_DISABLE_AFTER_HOURS_NEVER_SUCCEEDED: field.decimal(72),
  WEBHOOK_DISABLE_MIN_ATTEMPTS: field.decimal(10),
  WEBHOOK_DISABLE_MIN_EVENTS: field.decimal(2),
  WEBHOOK_DISABLE_MIN_SPAN_HOURS: field.decimal(12),
  WEBHOOK_LOG_DAYS: field.wholeNumber(1, 3650).default(30),
  WEBHOOK_NOTICE_AFTER_HOURS: field.decimalList("hours", "24,72"),
  EMAIL_DRIVER: field.oneOf("outbox", ["outbox", "smtp"]),
  SMTP_URL: field.smtpUrl().optional(),
  EMAIL_FROM: field.emailAddress().optional(),
  EMAIL_RETURN_PATH: field.emailAddress().optional(),
  EMAIL_WEBHOOK_SECRET: field.textOfAtLeast(16).optional(),
  SMS_DRIVER: field.oneOf("outbox", ["outbox", "twilio"]),
  TWILIO_ACCOUNT_SID: field.textOfAtLeast(10).optional(),
  TWILIO_AUTH_TOKEN: field.textOfAtLeast(16).optional(),
  TWILIO_FROM: field.textOfAtLeast(3).optional(),
  TWILIO_API_URL: field.webUrl().default("https://api.twilio.com"),
  API_REQUESTS_PER_MINUTE: field.wholeNumber(1, 1_000_000).default(600),
  SCANNER_GUARD: field.oneOf("auto", ["auto", "on", "off"]),
  SCANNER_GUARD_MINUTES: field.decimal(5),
  LOG_LEVEL: field.oneOf("info", ["trace", "debug", "info", "warn", "error", "silent"]),
});

/** One sentence per bad environment variable: its name and what it should be. */
export class EnvError extends Error {
  override name = "EnvError";
}

/**
 * Reads the environment. Empty strings count as unset.
 *
 * @throws EnvError naming each bad variable and what it should be
 */
export function parseEnv(source: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = schema.safeParse(given);
  if (!result.success) {
    const sentences = result.error.issues.map(({ path, message }) => {
      const name = path.join(".");
      return `${name} should be ${message}${field.mayBeShown(name) ? `, not "${given[name]}"` : ""}.`;
    });
    throw new EnvError(sentences.join("\n"));
  }
  const values = result.data;
  requireTogether(values, "EMAIL_DRIVER", "smtp", ["SMTP_URL", "EMAIL_FROM"]);
  if (values.EMAIL_RETURN_PATH !== undefined && values.EMAIL_WEBHOOK_SECRET === undefined) {
    throw new EnvError("EMAIL_WEBHOOK_SECRET should be set when EMAIL_RETURN_PATH is.");
  }
  requireTogether(values, "SMS_DRIVER", "twilio", ["TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_FROM"]);
  const appUrl = (values.APP_URL ?? `http://localhost:${values.PORT}`).replace(/\/+$/, "");
  return { ...values, WORKER_PORT: values.WORKER_PORT ?? values.PORT + 1, APP_URL: appUrl };
}

/** @throws EnvError naming each variable that a chosen driver needs and that isn't set */
function requireTogether(
  values: Record<string, unknown>,
  name: string,
  choice: string,
  needed: readonly string[],
): void {
  const missing = values[name] === choice ? needed.filter((other) => values[other] === undefined) : [];
  if (missing.length === 0) return;
  throw new EnvError(missing.map((other) => `${other} should be set when ${name}=${choice}.`).join("\n"));
}

export type Env = ReturnType<typeof parseEnv>;

let parsed: Env | undefined;

/** The environment of this process, parsed at first use. @throws EnvError */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

/** Reads the environment anew at its next use. For tests, which change it. */
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
