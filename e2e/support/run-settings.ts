/**
 * What an operator with impatient webhooks would set. Short waits, so that specs about retries and turning off take
 * seconds; the rules are those of production.
 */
export const RUN_SETTINGS: Record<string, string> = {
  WEBHOOK_ALLOWED_NETS: "127.0.0.0/8,::1/128",
  WEBHOOK_RETRY_DELAYS: "0.3,0.3,0.3,0.5,0.5,0.5,0.5,1,1,1,1",
  WEBHOOK_DISABLE_AFTER_HOURS: "0.0011",
  WEBHOOK_DISABLE_AFTER_HOURS_NEVER_SUCCEEDED: "0.0011",
  WEBHOOK_DISABLE_MIN_ATTEMPTS: "6",
  WEBHOOK_DISABLE_MIN_SPAN_HOURS: "0.0005",
  // Specs say by X-Forwarded-For from where they ask.
  TRUSTED_PROXIES: "1",
  LOG_LEVEL: "warn",
};

/** Settings of the shell that must not reach the Starwire under test. */
const FOREIGN = /^(DATABASE_|WEBHOOK_|SCANNER_|INNGEST_|ADMIN_|EMAIL_|SMS_|SMTP_|TWILIO_|STARWIRE_)/;
const FOREIGN_NAMES = new Set([
  "APP_URL",
  "ENGINE",
  "DEMO",
  "RECEIVER",
  "ENCRYPTION_KEY",
  "AUTH_SECRET",
  "NODE_ENV",
]);

/** The shell's environment without what would change the Starwire under test. */
export function cleanEnvironment(source: NodeJS.ProcessEnv): Record<string, string> {
  const kept = Object.entries(source).filter(
    ([name]) => name === "INNGEST_BIN" || (!FOREIGN.test(name) && !FOREIGN_NAMES.has(name)),
  );
  return Object.fromEntries(kept.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
