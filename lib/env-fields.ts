import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import { z } from "zod";

// Each message completes "NAME should be …".

export function wholeNumber(min: number, max: number) {
  const message = `a whole number from ${min} to ${max}`;
  return z.coerce.number(message).int(message).min(min, message).max(max, message);
}

export function port() {
  return wholeNumber(1, 65_535);
}

export function decimal(fallback: number) {
  const message = "a number, 0 or more";
  return z.coerce.number(message).nonnegative(message).default(fallback);
}

export function oneOf<const T extends readonly string[]>(fallback: T[number], choices: T) {
  return z.literal(choices, `one of ${choices.join(", ")}`).default(fallback);
}

export function textOfAtLeast(length: number) {
  return z.string().min(length, `at least ${length} characters long`);
}

/** Goes into a header, so no spaces. */
export function apiKey() {
  return z.string().regex(/^[!-~]{32,200}$/, "32 to 200 characters without spaces");
}

export function emailAddress() {
  return z.string().regex(/^[^\s@]+@[^\s@]+$/, "an e-mail address");
}

export function postgresUrl() {
  return z.string().refine(isPostgresUrl, "a full postgresql:// URL");
}

export function webUrl() {
  return z.url({ protocol: /^https?$/, error: "a full http:// or https:// URL" });
}

export function smtpUrl() {
  return z
    .string()
    .refine((text) => /^smtps?:\/\//.test(text) && URL.canParse(text), "a full smtp:// or smtps:// URL");
}

/** CIDR networks, or single addresses. */
export function networkList() {
  return commaList("a comma list of networks, for example 10.0.0.0/8,192.168.1.7", (item) =>
    item.includes("/") ? ipaddr.isValidCIDR(item) : isIP(item) !== 0,
  );
}

export function addressList() {
  const message = "a comma list of IP addresses, for example 1.1.1.1,9.9.9.9:53";
  return commaList(message, (item) => isIP(item) !== 0 || isAddressWithPort(item));
}

export function decimalList(unit: string, fallback: string) {
  const message = `a comma list of ${unit}, for example 5,30,120`;
  return z
    .string()
    .default(fallback)
    .transform(splitList)
    .refine((items) => items.length > 0 && items.every((item) => /^\d+(\.\d+)?$/.test(item)), message)
    .transform((items) => items.map(Number));
}

/** False for variables whose value could be, or hold, a secret. */
export function mayBeShown(name: string): boolean {
  return !/PASSWORD|SECRET|KEY|DATABASE|TOKEN|SMTP_URL/.test(name);
}

function commaList(message: string, isValid: (item: string) => boolean) {
  return z
    .string()
    .default("")
    .transform(splitList)
    .refine((items) => items.every(isValid), message);
}

function splitList(text: string): string[] {
  return text
    .split(",")
    .map((item) => item.trim())
    .filter(Boolean);
}

function isAddressWithPort(text: string): boolean {
  const [, v6, v4] = /^(?:\[([^\]]+)\]|([\d.]+))(?::\d{1,5})?$/.exec(text) ?? [];
  return isIP(v6 ?? v4 ?? "") !== 0;
}

function isPostgresUrl(text: string): boolean {
  return /^postgres(ql)?:\/\//.test(text) && URL.canParse(text);
}
