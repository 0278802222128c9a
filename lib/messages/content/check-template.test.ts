import { expect, test } from "vitest";
import { BUILT_IN_TEMPLATES } from "@/lib/messages/content/built-in-templates";
import { bodyProblem, subjectProblem } from "@/lib/messages/content/check-template";

const VALUES = "{{first_name}}, {{last_name}}, {{project_name}} or {{current_year}}";

test("the built-in templates are right", () => {
  for (const { subject, body } of Object.values(BUILT_IN_TEMPLATES.email)) {
    expect(subjectProblem(subject ?? "")).toBeNull();
    expect(bodyProblem("email", body)).toBeNull();
  }
  for (const { body } of Object.values(BUILT_IN_TEMPLATES.sms)) expect(bodyProblem("sms", body)).toBeNull();
});

test.each([
  ["email", "Hi {{ First_Name | there }}\n{{rating_links}}", null],
  ["email", "Hi { first_name } {{rating_links}}", null],
  ["sms", "{{rating_link}}", null],
  ["email", "{{firstname}} {{rating_links}}", `{{firstname}} isn't known here. Use ${VALUES}.`],
  ["email", "{{a}} {{b|c}} {{a}} {{rating_links}}", `{{a}} and {{b|c}} aren't known here. Use ${VALUES}.`],
  ["sms", "{{}} {{rating_link}}", `{{}} isn't known here. Use ${VALUES}.`],
  [
    "email",
    `{{${"x".repeat(90)}}} {{rating_links}}`,
    `{{${"x".repeat(38)}… isn't known here. Use ${VALUES}.`,
  ],
  ["email", "{{first_name|a\nb}} {{rating_links}}", `{{first_name|a\nb}} isn't known here. Use ${VALUES}.`],
  [
    "email",
    "Hi {{first_name, {{rating_links}}",
    "A placeholder isn't whole: “Hi {{first_name,”. Write it like {{first_name}}.",
  ],
  ["email", "Hello", "Put {{rating_links}} where customers find the rating links."],
  ["email", "{{rating_link}}", "{{rating_link}} is for SMS. In an e-mail write {{rating_links}}."],
  ["email", "{{rating_links}} {{rating_links}}", "Use {{rating_links}} only once."],
  ["sms", "Hello", "Put {{rating_links}} or {{rating_link}} where customers find the rating links."],
  ["sms", "{{rating_links}} {{rating_link}}", "Use {{rating_links}} or {{rating_link}} only once."],
] as const)("a body of %s: %j", (channel, body, problem) => {
  expect(bodyProblem(channel, body)).toBe(problem);
});

test("a link can't stand in the subject", () => {
  expect(subjectProblem("{{rating_links}}")).toBe("{{rating_links}} can't stand in the subject.");
  expect(subjectProblem("Hi {{name}}")).toBe(`{{name}} isn't known here. Use ${VALUES}.`);
});
