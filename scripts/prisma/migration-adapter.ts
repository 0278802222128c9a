import { PrismaPg } from "@prisma/adapter-pg";

/**
 * The Postgres adapter for migrations. The stock adapter cuts a script at every semicolon, also inside function bodies
 * and strings. Here a script goes to the server whole, so in one transaction, and its row in `_prisma_migrations` is
 * finished by that same transaction: a row that is unfinished after a crash means that nothing of the script is there.
 */
export class MigrationAdapter extends PrismaPg {
  override async connect(): ReturnType<PrismaPg["connect"]> {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      await adapter
        .underlyingDriver()
        .query(`${script}\n;${finishMigration}`)
        .catch((error: unknown) => adapter["onError"](error));
    };
    return adapter;
  }
}

const finishMigration = `
do $$ begin
  if to_regclass('_prisma_migrations') is not null then
    update _prisma_migrations set finished_at = now() where finished_at is null and rolled_back_at is null;
  end if;
end $$;`;
