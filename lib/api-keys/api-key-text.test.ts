import { expect, test } from "vitest";
import { API_KEY_PATTERN, hashApiKey, mayBeApiKey, newApiKeyText } from "@/lib/api-keys/api-key-text";

const keys = Array.from({ length: 200 }, newApiKeyText);

test("a key is found by its form in code and logs, and no two are alike", () => {
  const scanner = new RegExp(API_KEY_PATTERN.source.slice(1, -1), "g");
  for (const key of keys) {
    expect(mayBeApiKey(key)).toBe(true);
    const log = `{"authorization":"Bearer ${key}","next":"x"}\nKEY=${key}\n`;
    expect(log.match(scanner)).toEqual([key, key]);
  }
  expect(new Set(keys).size).toBe(keys.length);
});

test("text of the same form that is no key is known as such without a look into the database", () => {
  for (const key of keys) {
    const at = 4 + (key.charCodeAt(10) % 38);
    const other = key[at] === "a" ? "b" : "a";
    expect(mayBeApiKey(key.slice(0, at) + other + key.slice(at + 1))).toBe(false);
  }
  for (const text of ["", "swk_", "short", "swk_" + "x".repeat(38), `${keys[0]}x`])
    expect(mayBeApiKey(text)).toBe(false);
});

test("a key of an operator's own is long, and what is kept of any is a hash", () => {
  expect(mayBeApiKey("x".repeat(31))).toBe(false);
  expect(mayBeApiKey("x".repeat(32))).toBe(true);
  expect(hashApiKey(keys[0] ?? "")).toMatch(/^[0-9a-f]{64}$/);
  expect(new Set(keys.map(hashApiKey)).size).toBe(keys.length);
});
