import { createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { RECEIVERS } from "@/lib/webhooks/guide/receivers";
import { runReceiver, type RunningReceiver } from "@/lib/webhooks/guide/testing/run-receiver";
import {
  HELD_SECRET,
  tamperedVectors,
  validVectors,
  type Vector,
} from "@/lib/webhooks/guide/testing/verification-vectors";

describe.each(RECEIVERS)("the guide's receiver in $language", ({ file, code }) => {
  let receiver: RunningReceiver;
  beforeAll(async () => {
    receiver = await runReceiver(file, code, HELD_SECRET);
  });
  afterAll(() => receiver?.stop());

  async function answers(vectors: Vector[]): Promise<[name: string, status: number][]> {
    const found: [string, number][] = [];
    for (const { name, body, headers } of vectors) {
      const response = await fetch(receiver.url, { method: "POST", body, headers });
      found.push([name, response.status]);
    }
    return found;
  }

  test("confirms ten notifications as we send them", async () => {
    const vectors = validVectors();
    expect(vectors).toHaveLength(10);
    expect(await answers(vectors)).toEqual(vectors.map(({ name }) => [name, 204]));
  });

  test("refuses ten that somebody else made or changed", async () => {
    const vectors = tamperedVectors();
    expect(vectors).toHaveLength(10);
    expect(await answers(vectors)).toEqual(vectors.map(({ name }) => [name, 401]));
  });

  test("lets nobody in who signs with an empty key, when it has no secret", async () => {
    const open = await runReceiver(file, code, "");
    try {
      const [vector] = validVectors();
      if (!vector) throw new Error("no vector");
      const response = await fetch(open.url, { method: "POST", ...signedWithNothing(vector) });
      expect(response.status).toBe(401);
    } finally {
      open.stop();
    }
  });
});

test("each compares in constant time", () => {
  const comparisons = ["timingSafeEqual(", "hmac.compare_digest(", "hash_equals("];
  expect(RECEIVERS.map(({ code }, at) => code.includes(comparisons[at] ?? "?"))).toEqual([true, true, true]);
});

function signedWithNothing({ body, headers }: Vector) {
  const { "webhook-id": id, "webhook-timestamp": timestamp } = headers;
  const hmac = createHmac("sha256", "").update(`${id}.${timestamp}.${body}`);
  return { body, headers: { ...headers, "webhook-signature": `v1,${hmac.digest("base64")}` } };
}
