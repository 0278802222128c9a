import { randomInt } from "node:crypto";
import { passwordWords } from "@/lib/auth/password-words";

/** Five random words ("kite-marble-orbit-tulip-frost"): about 46 bits, readable from a terminal and typed without mistakes. */
export function generatePassword(): string {
  return Array.from({ length: 5 }, () => passwordWords[randomInt(passwordWords.length)]).join("-");
}
