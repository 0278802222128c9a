import { ensureBootstrapKey } from "@/lib/api-keys/commands/ensure-bootstrap-key";
import { createFirstAdmin } from "@/lib/auth/accounts";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";

/**
 * What a migrated database of one's own needs before anybody can use it: the first admin, by `ADMIN_EMAIL` and
 * `ADMIN_PASSWORD`, and the key of `BOOTSTRAP_API_KEY`. Safe from several processes at once and every time.
 * @returns what there is to say about it, a sentence a line
 */
export async function openInstallation(): Promise<string[]> {
  const { ADMIN_EMAIL, ADMIN_PASSWORD, BOOTSTRAP_API_KEY } = env();
  const said: string[] = [];
  if (ADMIN_EMAIL && ADMIN_PASSWORD) {
    if (await createFirstAdmin(ADMIN_EMAIL, ADMIN_PASSWORD)) said.push(`The first admin is ${ADMIN_EMAIL}.`);
  } else if ((await db.user.count()) === 0) {
    said.push("Nobody can sign in yet: set ADMIN_EMAIL and ADMIN_PASSWORD, and run this again.");
  }
  if (BOOTSTRAP_API_KEY) await ensureBootstrapKey(BOOTSTRAP_API_KEY);
  return said;
}
