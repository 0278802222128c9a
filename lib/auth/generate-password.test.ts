import { expect, test } from "vitest";
import { generatePassword } from "@/lib/auth/generate-password";
import { passwordWords } from "@/lib/auth/password-words";

test("a generated password has at least 45 bits of chance", () => {
  expect(new Set(passwordWords).size).toBe(passwordWords.length);
  expect(5 * Math.log2(passwordWords.length)).toBeGreaterThan(45);
});

test("a generated password can be read aloud and differs each time", () => {
  const made = new Set(Array.from({ length: 50 }, generatePassword));
  expect(made.size).toBe(50);
  for (const password of made) expect(password).toMatch(/^[a-z]+(-[a-z]+){4}$/);
});
