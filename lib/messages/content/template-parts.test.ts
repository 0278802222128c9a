import { expect, test } from "vitest";
import { fillText } from "@/lib/messages/content/fill-text";
import { templateParts } from "@/lib/messages/content/template-parts";

const JANE = { first_name: "Jane", last_name: "Doe", project_name: "Bakery", current_year: "2026" };
const NOBODY = { ...JANE, first_name: "", last_name: "" };

test.each([
  ["Hi {{first_name}} {{last_name}}!", "Hi Jane Doe!", "Hi!"],
  ["Hi {{first_name|there}},", "Hi Jane,", "Hi there,"],
  ["Hi {{ FIRST_NAME | dear friend }},", "Hi Jane,", "Hi dear friend,"],
  ["{{first_name}}\n{{last_name}}", "Jane\nDoe", ""],
  ["© {{current_year}} {{project_name}}", "© 2026 Bakery", "© 2026 Bakery"],
  ["Hi {{first_name|}}.", "Hi Jane.", "Hi."],
  ["{{unknown}} {first_name} {{first_name", "{{unknown}} {first_name} {{first_name", null],
  ["a\r\nb\rc\u0000\uE000", "a\nb\nc", null],
])("%j", (template, forJane, forNobody) => {
  const parts = templateParts(template);
  expect(fillText(parts, JANE, () => "")).toBe(forJane);
  expect(fillText(parts, NOBODY, () => "")).toBe(forNobody ?? forJane);
});

test("a value is never read as a template", () => {
  const parts = templateParts("{{first_name}} {{last_name}}");
  const values = { ...JANE, first_name: "{{last_name}}", last_name: "$&" };
  expect(fillText(parts, values, () => "")).toBe("{{last_name}} $&");
});
