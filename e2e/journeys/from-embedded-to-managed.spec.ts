import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { callApi } from "@/e2e/support/call-api";
import { test } from "@/e2e/support/managed-test";
import { expect } from "@/e2e/support/test";
import { webhooksPage } from "@/e2e/support/webhooks-page";
import { paths } from "@/lib/paths";

const secrets = z.object({ encryptionKey: z.string(), authSecret: z.string() });

test("copy-database brings an embedded installation into an empty managed database, once, and it works there", async ({
  page,
  services,
  receiver,
}) => {
  test.setTimeout(300_000);
  const { settings, appUrl } = services;
  const embedded = { DATABASE_URL: undefined, ENCRYPTION_KEY: undefined, AUTH_SECRET: undefined };
  await test.step("an embedded installation with demo data", async () => {
    const first = services.begin("start", { ...embedded, RECEIVER: "off" });
    await expect(async () => expect(first.said()).toContain("Starwire is ready")).toPass();
    const early = await services.run("copy-database", embedded, [settings.DATABASE_URL]);
    expect(early).toMatchObject({ code: 1, output: expect.stringMatching(/^Stop Starwire first: .+$/m) });
    first.askToEnd();
    expect((await first.ended).code).toBe(0);
  });

  await test.step("the copy counts what it brought, and refuses a target that holds something", async () => {
    const copied = await services.run("copy-database", embedded, [settings.DATABASE_URL]);
    expect(copied.code, copied.output).toBe(0);
    const counts = Object.fromEntries(
      [...copied.output.matchAll(/^ {2}(\w+) +(\d+)$/gm)].flatMap(([, table = "", count]) =>
        Number(count) > 0 ? [[table, Number(count)]] : [],
      ),
    );
    expect(counts).toMatchObject({ review: 31, customer: 24, user: 1, api_key: 1 });
    expect(await services.countRows()).toEqual(counts);
    expect(copied.output).not.toContain(new URL(settings.DATABASE_URL).password);
    const again = await services.run("copy-database", embedded, [settings.DATABASE_URL]);
    expect(again).toMatchObject({
      code: 1,
      output: expect.stringMatching(/^The target isn't empty: .+ Nothing was copied\.$/m),
    });
    expect(await services.countRows()).toEqual(counts);
  });

  await test.step("with the keys of before, the installation goes on there", async () => {
    const kept = secrets.parse(JSON.parse(readFileSync(join(settings.DATA_DIR, "secrets.json"), "utf8")));
    const keys = { ENCRYPTION_KEY: kept.encryptionKey, AUTH_SECRET: kept.authSecret };
    await Promise.all([services.start("web", keys), services.start("worker", keys)]);
    await page.goto(appUrl + paths.home());
    await page.getByLabel("E-mail").fill(settings.ADMIN_EMAIL);
    await page.getByLabel("Password").fill(settings.ADMIN_PASSWORD);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(new RegExp(`${paths.overview("riverside-bakery")}$`));
    const webhooks = webhooksPage(page, "riverside-bakery");
    await page.goto(appUrl + paths.webhooks("riverside-bakery"));
    await webhooks.create(receiver.url());
    const { json } = await callApi(services, "GET", "/reviews?limit=1");
    const [review] = z.array(z.looseObject({ id: z.string(), revision: z.number() })).parse(json["data"]);
    await callApi(services, "PATCH", `/reviews/${review?.id}`, { tags: ["moved"] });
    const [hook] = await receiver.waitFor(({ event }) => event.data.id === review?.id);
    expect(hook?.event).toMatchObject({
      type: "review-updated",
      data: { revision: (review?.revision ?? 0) + 1 },
    });
  });
});
