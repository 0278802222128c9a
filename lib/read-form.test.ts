import { expect, test } from "vitest";
import { readForm } from "./read-form";

const post = (body: BodyInit, headers: HeadersInit = {}) =>
  new Request("https://reviews.example.com/r/x", {
    method: "POST",
    body,
    headers,
    duplex: "half",
  } as RequestInit);

test("reads fields in UTF-8", async () => {
  const fields = await readForm(post(new URLSearchParams({ body: "Übung 🥐\nzwei" })));
  expect(fields.get("body")).toBe("Übung 🥐\nzwei");
});

test("a body over 256 KB is refused, with or without its length", async () => {
  const big = `body=${"x".repeat(256 * 1024)}`;
  await expect(readForm(post(big))).rejects.toMatchObject({ code: "payload_too_large", status: 413 });
  const stream = new Blob([big]).stream();
  await expect(readForm(post(stream))).rejects.toMatchObject({ code: "payload_too_large" });
});

test("a body of exactly 256 KB is read", async () => {
  const fields = await readForm(post(`body=${"x".repeat(256 * 1024 - 5)}`));
  expect(fields.get("body")).toHaveLength(256 * 1024 - 5);
});
