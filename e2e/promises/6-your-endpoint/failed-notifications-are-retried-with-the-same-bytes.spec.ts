import { verify } from "@/e2e/support/https-receiver";
import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";

test("what isn't confirmed comes again: same id, same bytes, counted, signed anew", async ({
  shop,
  receiver,
  visitor,
}) => {
  const { secret } = await shop.addWebhook(receiver.url());
  const answers = [500, 302, 404, 200];
  receiver.answer(({ headers }) => ({ status: answers[Number(headers["starwire-attempt"]) - 1] ?? 200 }));

  await reviewPage.land(visitor, await shop.ratingLink(), 2);

  const hooks = await receiver.waitFor(() => true, 4);
  expect(hooks.map(({ headers }) => headers["starwire-attempt"])).toEqual(["1", "2", "3", "4"]);
  expect(new Set(hooks.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
  for (const hook of hooks) {
    expect(hook.body.equals(hooks[0]?.body ?? Buffer.of())).toBe(true);
    expect(verify(hook, secret)).toEqual(hook.event);
  }

  // Confirmed means over: the next event is the next request.
  await reviewPage.submit(visitor, "Twice is fine.");
  const all = await receiver.waitFor(() => true, 5);
  expect(all.at(-1)?.event.type).toBe("review-updated");
});
