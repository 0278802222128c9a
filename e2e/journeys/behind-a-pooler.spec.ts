import pg from "pg";
import { z } from "zod";
import { callApi } from "@/e2e/support/call-api";
import { makeFirstProject } from "@/e2e/support/first-admin";
import { test } from "@/e2e/support/managed-test";
import { startPgBouncer } from "@/e2e/support/pg-bouncer";
import { reviewPage } from "@/e2e/support/review-page";
import { expect } from "@/e2e/support/test";
import { findPgBouncer } from "@/scripts/test/pg-bouncer";

const CALLS = 40;

test("behind a PgBouncer in transaction mode everything works, and no connection keeps anything", async ({
  page,
  visitor,
  receiver,
  services,
}) => {
  const program = findPgBouncer();
  test.skip(program === null, "no PgBouncer on this machine");
  test.setTimeout(300_000);
  const { settings } = services;
  const pooler = await startPgBouncer(program ?? "", settings.DATABASE_URL);
  const urls = { DATABASE_URL: pooler.url, DATABASE_DIRECT_URL: settings.DATABASE_URL };
  try {
    const migrated = await Promise.all([services.run("migrate", urls), services.run("migrate", urls)]);
    expect(migrated.map(({ code }) => code)).toEqual([0, 0]);
    const [web, worker] = await Promise.all([services.start("web", urls), services.start("worker", urls)]);
    await makeFirstProject(page, services, { name: "Pool Side", slug: "pool-side" });

    expect((await callApi(services, "POST", "/webhooks", { url: receiver.url() })).status).toBe(201);
    const asked = await callApi(services, "POST", "/requests", {
      customer: { first_name: "Jane", email: "jane@example.com" },
      channels: [],
    });
    const links = z.array(z.object({ score: z.number(), url: z.string() })).parse(asked.json["rating_links"]);
    const link = links.find(({ score }) => score === 4)?.url ?? "";
    await reviewPage.land(visitor, link.replace(/\/4$/, ""), 4);
    await receiver.waitFor(({ event }) => event.data["request_id"] === asked.json.id);

    const answers = await Promise.all(
      Array.from({ length: CALLS }, (_, index) =>
        index % 2 === 0
          ? callApi(services, "POST", "/reviews", { score: 1 + (index % 5) })
          : callApi(services, "POST", "/customers", { external_id: `C-${index % 8}`, first_name: "Joe" }),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 201]));
    const reviews = answers.filter(({ status }) => status === 201).map(({ json }) => json.id);
    for (const id of reviews) await receiver.waitFor(({ event }) => event.data.id === id);
    const message = await callApi(services, "POST", "/requests", {
      customer: { id: asked.json["customer_id"] },
      channels: ["email"],
    });
    await receiver.waitFor(
      ({ event }) => event.data["request_id"] === message.json.id && event.data["status"] === "sent",
    );
    const ids = receiver.received.map(({ event }) => event.id);
    expect(new Set(ids).size).toBe(ids.length);

    const direct = new pg.Client({ connectionString: settings.DATABASE_URL });
    await direct.connect();
    const listening = await direct.query<{ pid: number }>(
      "select pid from pg_stat_activity where datname = current_database() and query ilike 'listen %'",
    );
    const servers = (await pooler.show("servers")).map((server) => Number(server["remote_pid"]));
    const [stats] = (await pooler.show("stats")).filter(({ database }) => database === "pooled");
    expect(Number(stats?.["total_xact_count"])).toBeGreaterThan(CALLS);
    expect(listening.rows.length).toBeGreaterThanOrEqual(2);
    expect(listening.rows.filter(({ pid }) => servers.includes(pid))).toEqual([]);

    worker.askToEnd();
    web.askToEnd();
    expect([(await worker.ended).code, (await web.ended).code]).toEqual([0, 143]);
    const locks = await direct.query(
      `select 1 from pg_locks l join pg_database d on d.oid = l.database
       where d.datname = current_database() and l.locktype = 'advisory'`,
    );
    await direct.end();
    expect(locks.rows).toEqual([]);
    expect(await leftInConnections(pooler.url)).toEqual([]);
  } finally {
    await pooler.stop();
  }
});

/** What any of the pooled connections still knows of a client before: statements, listening, temporary tables. */
async function leftInConnections(url: string): Promise<unknown[]> {
  const clients = Array.from({ length: 4 }, () => new pg.Client({ connectionString: url }));
  await Promise.all(clients.map((client) => client.connect()));
  // One transaction each, at once: so each is on a connection of its own.
  await Promise.all(clients.map((client) => client.query("begin")));
  const left: unknown[] = [];
  for (const client of clients) {
    const { rows } = await client.query(
      `select name as kept from pg_prepared_statements
       union all select pg_listening_channels()
       union all select relname::text from pg_class where relpersistence = 't'
       union all select name from pg_settings where source = 'session'
         and name not in ('client_encoding', 'application_name', 'DateStyle', 'TimeZone', 'standard_conforming_strings')`,
    );
    left.push(...rows);
  }
  await Promise.all(clients.map((client) => client.end()));
  return left;
}
