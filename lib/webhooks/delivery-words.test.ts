import { expect, test } from "vitest";
import { answerWords, deliveryStatusWords, elapsedWords } from "@/lib/webhooks/delivery-words";

test.each([
  ["waiting", 0, "Waiting"],
  ["waiting", 3, "Retrying"],
  ["delivered", 1, "Delivered"],
  ["failed", 12, "Failed"],
  ["held", 0, "Held"],
  ["canceled", 2, "Canceled"],
] as const)("%s after %i attempts is %s", (status, attempts, text) => {
  expect(deliveryStatusWords(status, attempts).text).toBe(text);
});

test("a last answer is said with what to do about it", () => {
  const answer = { statusCode: 200, error: null, advice: null, durationMs: 33.6 };
  expect(answerWords(answer)).toBe("Answered 200 in 34 ms");
  expect(
    answerWords({
      ...answer,
      statusCode: 302,
      error: "Redirects to https://a.example/",
      advice: "put that URL in",
    }),
  ).toBe("Redirects to https://a.example/ — put that URL in");
  expect(answerWords({ ...answer, statusCode: null, error: "No answer within 15 s" })).toBe(
    "No answer within 15 s",
  );
});

test.each([
  [0.4, "0 ms"],
  [999, "999 ms"],
  [1234, "1.2 s"],
  [15_004, "15 s"],
])("%d ms is %s", (ms, words) => {
  expect(elapsedWords(ms)).toBe(words);
});
