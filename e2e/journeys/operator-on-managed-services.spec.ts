import { z } from "zod";
import { callApi } from "@/e2e/support/call-api";
import { makeFirstProject } from "@/e2e/support/first-admin";
import { sendHalf } from "@/e2e/support/half-sent-request";
import { test } from "@/e2e/support/managed-test";
import { expect } from "@/e2e/support/test";
import { webhooksPage } from "@/e2e/support/webhooks-page";
import { paths } from "@/lib/paths";

/** Each command loads the product anew, which takes its time on a busy machine. */
const PATIENCE_MS = 300_000;
const PHONE = "+14155550123";
const EMAIL = "jane.managed@example.com";

const textOf = async (url: string): Promise<[status: number, text: string]> => {
  const answer = await fetch(url);
  return [answer.status, (await answer.text()).trim()];
};

test("an operator runs build, migrate, web and worker apart, and stops them without losing anything", async ({
  page,
  services,
  receiver,
}) => {
  test.setTimeout(PATIENCE_MS);
  const { appUrl, workerUrl, settings } = services;
  await test.step("what is missing or wrong is said by its name", async () => {
    const refusals = await Promise.all([
      services.run("worker", { WEBHOOK_RETRY_DELAYS: "soon" }),
      services.run("web", { AUTH_SECRET: undefined }),
      services.run("migrate", { APP_URL: "example.com" }),
      services.run("web", { DATABASE_DIRECT_URL: "postgresql://u:secret@127.0.0.1:1/shop" }),
    ]);
    expect(refusals.map(({ code }) => code)).toEqual([1, 1, 1, 1]);
    const [worker, web, migrate, direct] = refusals.map(({ output }) => output.trim());
    expect(worker).toBe(
      'WEBHOOK_RETRY_DELAYS should be a comma list of seconds, for example 5,30,120, not "soon".',
    );
    expect(web).toMatch(/^With DATABASE_URL, AUTH_SECRET must be set: .+$/);
    expect(migrate).toBe('APP_URL should be a full http:// or https:// URL, not "example.com".');
    expect(direct).toMatch(
      /^The Postgres of DATABASE_DIRECT_URL can't be used: 127\.0\.0\.1:1\/shop \(.+\)\.$/,
    );
  });

  const web = await test.step("before the migration nothing serves", async () => {
    const [build, tooEarly, started] = await Promise.all([
      services.run("build"),
      services.run("worker"),
      services.start("web"),
    ]);
    expect(build).toEqual({ code: 0, output: "The build is up to date.\n" });
    expect(tooEarly.code).toBe(1);
    expect(tooEarly.output).toMatch(
      /The worker can't start yet: the migration \S+ is not applied\. Run npm run migrate\./,
    );
    expect(await textOf(`${appUrl}/readyz`)).toEqual([
      503,
      expect.stringMatching(/^the migration \S+ is not applied$/),
    ]);
    return started;
  });

  const worker = await test.step("two machines migrate at once", async () => {
    const both = await Promise.all([services.run("migrate"), services.run("migrate")]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    const said = both.map(({ output }) => output).join("");
    expect(said.match(/^Applied \d{14}_\w+/gm)).toHaveLength(1);
    expect(said.match(/^The database is up to date\.$/gm)).toHaveLength(1);
    expect(said.match(/^The first admin is olga@operators\.example\.$/gm)).toHaveLength(1);
    expect(await textOf(`${appUrl}/readyz`)).toEqual([200, "ready"]);
    const started = await services.start("worker");
    expect(await textOf(`${workerUrl}/readyz`)).toEqual([200, "ready"]);
    return started;
  });

  const url = receiver.url("/managed");
  const secret = await test.step("the first admin signs in, makes a project and a webhook", async () => {
    await makeFirstProject(page, services, { name: "Harbour Books", slug: "harbour-books" });
    const webhooks = webhooksPage(page, "harbour-books");
    await webhooks.open();
    await webhooks.create(url);
    return (await webhooks.row(url).innerText()).match(/whsec_\S+/)?.[0] ?? "";
  });

  const made = await test.step("a review by the operator's key is delivered", async () => {
    const customer = { external_id: "C-1", first_name: "Jane", email: EMAIL, phone: PHONE };
    const { json } = await callApi(services, "POST", "/customers", customer);
    const review = { score: 4, body: "Lovely shelves.", customer_id: json.id };
    const answer = await callApi(services, "POST", "/reviews", review);
    expect(answer.status).toBe(201);
    await receiver.waitFor(({ event }) => event.data.id === answer.json.id);
    await page.goto(paths.operator());
    await expect(page.getByRole("heading", { level: 1, name: "Operator" })).toBeVisible();
    await expect(async () => {
      const [, metrics] = await textOf(`${workerUrl}/metrics`);
      expect(metrics).toMatch(/^starwire_webhook_attempts_total\{outcome="delivered"\} 1$/m);
      expect(metrics).toMatch(/^starwire_deliveries\{state="due"\} 0$/m);
    }).toPass();
    return answer;
  });

  const last =
    await test.step("SIGTERM lets the request on the wire end, records it, and begins no other", async () => {
      let letGo = (): void => undefined;
      const held = new Promise<void>((resolve) => (letGo = resolve));
      receiver.answer(async () => {
        await held;
        return { status: 200 };
      });
      const [first, second] = [
        await callApi(services, "PATCH", `/reviews/${made.json.id}`, { tags: ["first"] }),
        await callApi(services, "POST", "/reviews", { score: 2 }),
      ];
      await receiver.waitFor(({ event }) => event.data.id === first.json.id && event.data.revision === 2);
      worker.askToEnd();
      await expect(async () => expect(worker.said()).toContain("no request begins any more")).toPass();
      const third = await callApi(services, "POST", "/reviews", { score: 3 });
      letGo();
      expect((await worker.ended).code).toBe(0);
      const { json } = await callApi(services, "GET", "/webhooks");
      const [webhook] = z.array(z.looseObject({ id: z.string() })).parse(json["data"]);
      const log = await callApi(services, "GET", `/webhooks/${webhook?.id}/deliveries`);
      const states = z
        .array(z.object({ resource_id: z.string(), status: z.string(), attempts: z.number() }))
        .parse(log.json["data"])
        .map(({ resource_id: id, status, attempts }) => `${id} ${status} ${attempts}`);
      expect(states).toContain(`${first.json.id} delivered 1`);
      expect(states).toContain(`${third.json.id} waiting 0`);
      return { second, third };
    });

  await test.step("the next worker delivers what waited; web answers what it was being sent, and ends", async () => {
    const next = await services.start("worker");
    await receiver.waitFor(({ event }) => event.data.id === last.second.json.id);
    await receiver.waitFor(({ event }) => event.data.id === last.third.json.id);
    const headers = {
      authorization: `Bearer ${settings.BOOTSTRAP_API_KEY}`,
      "content-type": "application/json",
    };
    const slow = await sendHalf(`${appUrl}/api/v1/reviews`, headers, [
      '{"score": 5',
      ', "body": "To the end"}',
    ]);
    web.askToEnd();
    next.askToEnd();
    await expect(async () => {
      const isRefused = await fetch(`${appUrl}/healthz`).then(
        () => false,
        () => true,
      );
      expect(isRefused).toBe(true);
    }).toPass();
    expect((await slow.finish()).status).toBe(201);
    // Next ends so after its last answer: 128 and the signal's number.
    expect([(await web.ended).code, (await next.ended).code]).toEqual([143, 0]);

    const logs = web.said() + worker.said() + next.said();
    expect(web.said()).toContain(`"requestId":"${made.requestId}"`);
    expect(secret).toMatch(/^whsec_/);
    const { BOOTSTRAP_API_KEY, ADMIN_EMAIL, ADMIN_PASSWORD, ENCRYPTION_KEY, AUTH_SECRET, DATABASE_URL } =
      settings;
    const keys = [secret, BOOTSTRAP_API_KEY, ADMIN_PASSWORD, ENCRYPTION_KEY, AUTH_SECRET, DATABASE_URL];
    const people = [EMAIL, PHONE, ADMIN_EMAIL, "Jane", "Lovely shelves"];
    for (const hidden of [...keys, ...people, "whsec_"]) expect(logs).not.toContain(hidden);
  });
});

test("npm start with DATABASE_URL makes the first admin and seeds nothing", async ({ services }) => {
  test.setTimeout(PATIENCE_MS);
  const started = services.begin("start");
  await expect(async () => expect(started.said()).toContain("Starwire is ready")).toPass();
  expect(started.said()).not.toContain(services.settings.ADMIN_PASSWORD);
  expect(started.said()).not.toMatch(/^\s+(Customer|Receiver)\b|\/welcome\//m);
  const tables = Object.entries(await services.countRows());
  // The engine notes the functions that it runs.
  expect(tables.filter(([name]) => !name.startsWith("engine_"))).toEqual([["user", 1]]);
  started.askToEnd();
  expect((await started.ended).code).toBe(0);
});
