import { parseArgs } from "node:util";
import { checkSnapshot } from "./prisma/check-snapshot";
import { createMigration } from "./prisma/create-migration";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: "boolean" } },
});

if (values.check) {
  const difference = await checkSnapshot();
  if (difference !== null) {
    console.error(
      `prisma/schema has changes that no migration contains. Run npm run migration -- <name>.\n\n${difference}`,
    );
    process.exit(1);
  }
  console.log("Every change of prisma/schema is in a migration.");
} else {
  const name = positionals[0];
  if (!name || !/^[a-z][a-z0-9-]*$/.test(name)) {
    console.error("Usage: npm run migration -- <name-in-kebab-case>   or   npm run migration -- --check");
    process.exit(1);
  }
  const file = await createMigration(name);
  console.log(
    file === null
      ? "The schema has not changed since the last migration."
      : `Wrote ${file}. Add raw SQL there if needed.`,
  );
}
process.exit(0);
