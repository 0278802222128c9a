import { z } from "zod";

const email = z.email().max(254);

/** The address, when it is exactly one e-mail address and nothing else; null for a list, a name, a line break. */
export function singleAddress(text: string): string | null {
  const parsed = email.safeParse(text);
  return parsed.success ? parsed.data : null;
}
