import { setPassword } from "@/lib/auth/accounts";
import { generatePassword } from "@/lib/auth/generate-password";
import { forgetEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { readSecretLine } from "./admin/read-secret-line";
import { openCommandDatabase } from "./start/command-database";
import { StartError } from "./start/start-error";

/** `npm run admin -- set-password <e-mail>`: asks for the new password, or takes the first line of standard input. */
async function main(): Promise<void> {
  const [command, email] = process.argv.slice(2);
  if (command !== "set-password" || !email)
    throw new StartError("Usage: npm run admin -- set-password <e-mail>");
  const database = await openCommandDatabase();
  try {
    process.env["DATABASE_URL"] = database.url;
    forgetEnv();
    const typed = await readSecretLine("New password (empty: one is made): ");
    const password = typed || generatePassword();
    await setPassword({ email }, password);
    console.log(
      typed ? `The password of ${email} is changed.` : `The password of ${email} is now ${password}`,
    );
    console.log("Every session of this account has ended.");
  } finally {
    await database.close();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    const isExpected = error instanceof StartError || error instanceof AppError;
    console.error(isExpected ? error.message : error);
    process.exit(1);
  },
);
