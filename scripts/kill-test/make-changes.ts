import { setTimeout as sleep } from "node:timers/promises";
import { request } from "undici";
import { newNonce } from "@/lib/review-page/form-nonce";
import type { BenchLink } from "@/scripts/bench/rating-links";

const AGAIN_AFTER_MS = 150;
const REQUEST_MS = 5_000;

/**
 * Customers who land on their link and then submit their words, through the hosted page's own door: two changes each.
 * Like the page's script they send a form again, unchanged, until it is answered, by another web process if there is one:
 * as a load balancer would.
 */
export async function makeChanges(input: {
  appUrls: readonly string[];
  links: readonly BenchLink[];
  customersAtOnce: number;
  random: () => number;
  onChange: () => void;
}): Promise<void> {
  const left = input.links.values();
  let turn = 0;
  const nextUrl = () => input.appUrls[(turn += 1) % input.appUrls.length] ?? "";
  const customer = async () => {
    for (const { token, link } of left) {
      await sleep(input.random() * 200);
      await sendUntilAnswered(nextUrl, `/r/${token}/4`, {
        action: "land",
        score: "4",
        nonce: newNonce(`link:${link.id}`),
      });
      input.onChange();
      await sleep(input.random() * 200);
      await sendUntilAnswered(nextUrl, `/r/${token}/4`, {
        action: "submit",
        score: "4",
        body: "Lovely bread.",
        nonce: newNonce(`link:${link.id}`),
      });
      input.onChange();
    }
  };
  await Promise.all(Array.from({ length: input.customersAtOnce }, customer));
}

async function sendUntilAnswered(
  nextUrl: () => string,
  path: string,
  fields: Record<string, string>,
): Promise<void> {
  for (;;) {
    const url = nextUrl() + path;
    const status = await send(url, fields);
    if (status === 200) return;
    if (status !== null && status < 500) throw new Error(`${url} answered ${status} to ${fields["action"]}.`);
    await sleep(AGAIN_AFTER_MS);
  }
}

/**
 * The status, or null when the connection broke. By undici itself: on Node 20 `fetch` can wait for ever, its
 * `AbortSignal.timeout` swept away before it fires.
 */
async function send(url: string, fields: Record<string, string>): Promise<number | null> {
  try {
    const { statusCode, body } = await request(url, {
      method: "POST",
      headers: {
        accept: "application/json",
        "content-type": "application/x-www-form-urlencoded",
        "user-agent": "Mozilla/5.0",
      },
      body: new URLSearchParams(fields).toString(),
      headersTimeout: REQUEST_MS,
      bodyTimeout: REQUEST_MS,
    });
    await body.text();
    return statusCode;
  } catch {
    return null;
  }
}
