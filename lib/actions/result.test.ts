import { expect, test } from "vitest";
import { ActionError, unwrap } from "@/lib/actions/result";

test("an action's answer is its data or its refusal", async () => {
  expect(await unwrap(Promise.resolve({ ok: true, data: 7 }))).toBe(7);
  const refused = unwrap(
    Promise.resolve({ ok: false, error: { code: "not_found", sentence: "It isn't there." } }),
  );
  await expect(refused).rejects.toThrow(ActionError);
  await expect(refused).rejects.toThrow("It isn't there.");
});

test("no answer is said in a sentence, not in the browser's words", async () => {
  const lost = unwrap(Promise.reject(new TypeError("Failed to fetch")));
  await expect(lost).rejects.toThrow("The server can't be reached. Try again.");
});

test("what Next throws to lead elsewhere goes on", async () => {
  const leads = Object.assign(new Error("NEXT_REDIRECT"), { digest: "NEXT_REDIRECT;replace;/sign-in;307;" });
  await expect(unwrap(Promise.reject(leads))).rejects.toBe(leads);
});
