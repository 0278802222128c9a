import { readFile } from "node:fs/promises";
import path from "node:path";
import { generatePassword } from "@/lib/auth/generate-password";
import { writePrivateFile } from "@/scripts/postgres/private-file";

const fileName = "first-sign-in.txt";

export type FirstSignIn = { email: string; password: string };

/** The generated sign-in of the first admin as an earlier start kept it, or null. */
export async function readFirstSignIn(dataDir: string): Promise<FirstSignIn | null> {
  const text = await readFile(path.join(dataDir, fileName), "utf8").catch(() => "");
  const [, email, password] = /^E-mail:\s*(\S+)\nPassword:\s*(\S+)/m.exec(text) ?? [];
  return email && password ? { email, password } : null;
}

/** Makes a password for the first admin and keeps it in `DATA_DIR` before anybody has it, so that no crash can lose it. */
export async function makeFirstSignIn(dataDir: string, email: string): Promise<FirstSignIn> {
  const password = generatePassword();
  const text = `E-mail:   ${email}\nPassword: ${password}\n\nChange the password after signing in; this file may then be deleted.\n`;
  await writePrivateFile(dataDir, fileName, text);
  return { email, password };
}
