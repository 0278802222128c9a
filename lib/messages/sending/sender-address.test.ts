import { afterEach, expect, test, vi } from "vitest";
import { forgetEnv } from "@/lib/env";
import { senderAddress, senderMailbox } from "@/lib/messages/sending/sender-address";

const names = { projectName: "Riverside Bakery", senderName: "" };

function setEnv(values: Record<string, string>) {
  for (const [name, value] of Object.entries(values)) vi.stubEnv(name, value);
  forgetEnv();
}

afterEach(() => {
  vi.unstubAllEnvs();
  forgetEnv();
});

test("an outbox needs no sender: the server's own name stands for it", () => {
  setEnv({ APP_URL: "https://reviews.example.com:8443" });
  expect(senderAddress("email", names)).toBe("Riverside Bakery <reviews@reviews.example.com>");
  expect(senderAddress("sms", names)).toBe("Riverside Bakery");
});

test("the configured sender, and the name that the project has chosen", () => {
  setEnv({ EMAIL_FROM: "hello@bakery.example", TWILIO_FROM: "+14155550100" });
  const chosen = { ...names, senderName: " Ada from the Bakery " };
  expect(senderAddress("email", chosen)).toBe("Ada from the Bakery <hello@bakery.example>");
  expect(senderAddress("sms", chosen)).toBe("+14155550100");
});

test.each([
  ['Bread, "Butter" & Co.', String.raw`"Bread, \"Butter\" & Co." <hello@bakery.example>`],
  ["Bäckerei 🥐 am Fluß", "Bäckerei 🥐 am Fluß <hello@bakery.example>"],
  ["Evil\r\nBcc: all@example.com", '"Evil Bcc: all@example.com" <hello@bakery.example>'],
])("a name like %j stays one sender on one line", (projectName, expected) => {
  setEnv({ EMAIL_FROM: "hello@bakery.example" });
  expect(senderAddress("email", { projectName, senderName: "" })).toBe(expected);
  expect(senderMailbox({ projectName, senderName: "" }).name).not.toMatch(/[\r\n]/);
});
