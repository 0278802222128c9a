import { expect, test } from "vitest";
import { EnvError, parseEnv } from "./env";

test("an empty environment is a whole one", () => {
  expect(parseEnv({})).toMatchObject({
    PORT: 3000,
    WORKER_PORT: 3001,
    RECEIVER_PORT: 3443,
    DATA_DIR: ".data",
    APP_URL: "http://localhost:3000",
    ENGINE: "embedded",
    WEBHOOK_ALLOWED_NETS: [],
    WEBHOOK_RETRY_DELAYS: [5, 30, 120, 600, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400],
    WEBHOOK_DISABLE_AFTER_HOURS: 120,
    WEBHOOK_NOTICE_AFTER_HOURS: [24, 72],
  });
});

test("an empty string counts as unset, and what hangs on PORT follows it", () => {
  expect(parseEnv({ PORT: "4000", APP_URL: "", DATABASE_URL: "" })).toMatchObject({
    WORKER_PORT: 4001,
    APP_URL: "http://localhost:4000",
  });
});

test("decimals, lists and a base URL with a slash are understood", () => {
  expect(
    parseEnv({
      WEBHOOK_DISABLE_AFTER_HOURS: "0.005",
      WEBHOOK_RETRY_DELAYS: "0.2, 1",
      WEBHOOK_ALLOWED_NETS: "10.0.0.0/8, fd00::/8,192.168.1.7",
      WEBHOOK_DNS_SERVERS: "1.1.1.1,127.0.0.1:5353,[2606:4700::1111]:53",
      APP_URL: "https://reviews.example.com/",
    }),
  ).toMatchObject({
    WEBHOOK_DISABLE_AFTER_HOURS: 0.005,
    WEBHOOK_RETRY_DELAYS: [0.2, 1],
    WEBHOOK_ALLOWED_NETS: ["10.0.0.0/8", "fd00::/8", "192.168.1.7"],
    WEBHOOK_DNS_SERVERS: ["1.1.1.1", "127.0.0.1:5353", "[2606:4700::1111]:53"],
    APP_URL: "https://reviews.example.com",
  });
});

test.each([
  ["PORT", "abc", 'PORT should be a whole number from 1 to 65535, not "abc".'],
  ["PORT", "70000", 'PORT should be a whole number from 1 to 65535, not "70000".'],
  ["RECEIVER", "maybe", 'RECEIVER should be one of on, off, not "maybe".'],
  ["ENGINE", "cloud", 'ENGINE should be one of embedded, inngest, not "cloud".'],
  ["APP_URL", "example.com", 'APP_URL should be a full http:// or https:// URL, not "example.com".'],
  ["DATABASE_URL", "mysql://u:secret@h/d", "DATABASE_URL should be a full postgresql:// URL."],
  ["ENCRYPTION_KEY", "short", "ENCRYPTION_KEY should be at least 32 characters long."],
  ["ADMIN_EMAIL", "ada", 'ADMIN_EMAIL should be an e-mail address, not "ada".'],
  [
    "WEBHOOK_RETRY_DELAYS",
    "5,soon",
    'WEBHOOK_RETRY_DELAYS should be a comma list of seconds, for example 5,30,120, not "5,soon".',
  ],
  [
    "WEBHOOK_ALLOWED_NETS",
    "10.0.0.0/99",
    'WEBHOOK_ALLOWED_NETS should be a comma list of networks, for example 10.0.0.0/8,192.168.1.7, not "10.0.0.0/99".',
  ],
  [
    "WEBHOOK_DISABLE_AFTER_HOURS",
    "-1",
    'WEBHOOK_DISABLE_AFTER_HOURS should be a number, 0 or more, not "-1".',
  ],
])("%s=%s is refused by name", (name, value, sentence) => {
  expect(() => parseEnv({ [name]: value })).toThrow(new EnvError(sentence));
});

test("every bad variable gets its own sentence", () => {
  expect(() => parseEnv({ PORT: "x", ENGINE: "y" })).toThrow(/PORT should be[^\n]*\nENGINE should be/);
});
