import { expect } from "@playwright/test";
import { CORPUS } from "@/e2e/scanners/corpus";
import type { CorpusRow } from "@/e2e/scanners/corpus-row";
import { test } from "@/e2e/scanners/corpus-test";
import { Visit } from "@/e2e/scanners/visit";
import type { Shop } from "@/e2e/support/shop";
import { db } from "@/lib/db/client";

// One worker: the rows share its guarded web process and its browsers.
test.describe.configure({ mode: "default" });

for (const row of CORPUS) {
  test(`${row.kind}: ${row.name}`, async ({ corpusShop, guardedUrl, pages, request }) => {
    const { ratingSave = "automatic" } = row;
    await db.reviewPage.update({ where: { projectId: corpusShop.id }, data: { ratingSave } });
    const link = await sendLink(corpusShop, row);
    const visit = new Visit(guardedUrl + link.path, link.requestId, pages, request);
    await row.behaviour(visit);

    const events = await visit.events();
    const review = await visit.review();
    expect(events, "events").toEqual(row.events);
    if (row.review === null) expect(review).toBeNull();
    else expect(review).toMatchObject(row.review);
    if (row.kind !== "human") return;
    expect(visit.eventsAtTaps.length, "taps after the click in the message").toBe(row.taps);
    for (const before of visit.eventsAtTaps) {
      expect(before, "nothing was saved before the tap").toBeLessThan(events.length);
    }
  });
}

test("the corpus is whole, and says what it can't tell apart", () => {
  const names = new Set(CORPUS.map((row) => row.name));
  expect(names.size).toBe(CORPUS.length);
  expect(CORPUS.length).toBeGreaterThanOrEqual(40);
  const count = (kind: CorpusRow["kind"]) => CORPUS.filter((row) => row.kind === kind).length;
  const saved = CORPUS.filter((row) => row.kind === "indistinguishable");
  const unmarked = saved.filter((row) => !row.review?.isSuspect);
  for (const { name, twin } of unmarked) {
    const person = CORPUS.find((row) => row.name === twin);
    expect(person?.kind, `${name} does what a person does`).toBe("human");
  }
  process.stdout.write(
    `scanner corpus: ${CORPUS.length} rows, ${count("human")} human, ${count("robot")} robot (0 saved), ` +
      `${saved.length} indistinguishable (${saved.length} saved, ${saved.length - unmarked.length} of them marked suspect)\n` +
      unmarked.map(({ name, twin }) => `  saved without a mark: ${name}; the same as: ${twin}\n`).join(""),
  );
});

async function sendLink(shop: Shop, row: CorpusRow): Promise<{ path: string; requestId: string }> {
  const customer = await shop.addCustomer();
  const { pathname } = new URL(await shop.ratingLink(customer));
  const { id, requestId } = await db.ratingLink.findFirstOrThrow({
    where: { request: { customerId: customer.id } },
  });
  const { channel = "email", leftMinutesAgo = 60 } = row.link ?? {};
  const leftAt = new Date(Date.now() - leftMinutesAgo * 60_000);
  await db.ratingLink.update({ where: { id }, data: { channel, leftAt } });
  return { path: pathname, requestId };
}
