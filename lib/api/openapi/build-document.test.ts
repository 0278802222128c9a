import { expect, test } from "vitest";
import { z } from "zod";
import { buildDocument } from "@/lib/api/openapi/build-document";
import { OPERATION_EXAMPLES } from "@/lib/api/openapi/operation-examples";
import { readInput } from "@/lib/api/read-input";
import { OPERATIONS } from "@/lib/api/operations/all";

const json = z.record(z.string(), z.unknown());
const media = z.object({
  "application/json": z.object({ schema: json, example: z.unknown().optional(), examples: json.optional() }),
});
const described = z.object({
  operationId: z.string(),
  requestBody: z.object({ content: media }).optional(),
  responses: z.record(z.string(), z.object({ content: media.partial().optional() })),
});
const operations = z.record(z.string(), z.record(z.string(), described));
const openApi = z.object({
  paths: operations,
  webhooks: operations,
  components: z.object({ schemas: z.record(z.string(), json) }),
});

// What is served is JSON: what JSON leaves out isn't there.
const document = openApi.parse(JSON.parse(JSON.stringify(buildDocument())));
const allOf = (of: z.infer<typeof operations>) =>
  Object.values(of).flatMap((methods) => Object.values(methods));
const paths = allOf(document.paths);

/** A schema of the document on its own, strict: a field that it doesn't know is refused. */
function validator(schema: z.infer<typeof json>): z.ZodType {
  const whole = { ...schema, $defs: document.components.schemas };
  const text = JSON.stringify(whole).replaceAll("#/components/schemas/", "#/$defs/");
  return z.fromJSONSchema(json.parse(JSON.parse(text)));
}

test("every operation has an example for what it takes and what it answers", () => {
  for (const { id, body, answer } of OPERATIONS) {
    const example = OPERATION_EXAMPLES[id] ?? {};
    expect([id, "body" in example, "answer" in example]).toEqual([
      id,
      body !== undefined,
      answer !== undefined,
    ]);
  }
  expect(Object.keys(OPERATION_EXAMPLES).filter((id) => !OPERATIONS.some((one) => one.id === id))).toEqual(
    [],
  );
});

test.each(paths.map((operation) => [operation.operationId, operation] as const))(
  "the examples of %s are as its schemas say",
  (id, { requestBody, responses }) => {
    const sides = [requestBody?.content, ...Object.values(responses).map(({ content }) => content)];
    const found = sides.flatMap((content) => content?.["application/json"] ?? []);
    for (const { schema, example } of found)
      expect(validator(schema).parse(example)).toMatchObject(json.parse(example));
    const operation = OPERATIONS.find((one) => one.id === id);
    const { body, answer } = OPERATION_EXAMPLES[id] ?? {};
    if (operation?.answer) expect(operation.answer.parse(answer)).toEqual(answer);
    if (operation && body) {
      const headers = { "content-type": "application/json" };
      const request = new Request("http://localhost/", { method: "POST", headers });
      expect(() => readInput(operation, request, JSON.stringify(body))).not.toThrow();
    }
  },
);

test.each(
  allOf(document.webhooks).map(({ operationId, requestBody }) => [operationId, requestBody] as const),
)("the notification %s is as its schema says", (type, requestBody) => {
  const { schema, examples = {} } = requestBody?.content["application/json"] ?? { schema: {} };
  const { value } = z.object({ value: json }).parse(examples["sample"]);
  expect(value["type"]).toBe(type);
  expect(validator(schema).parse(value)).toEqual(value);
  expect(
    validator(schema).safeParse({ ...value, data: { ...json.parse(value["data"]), revision: "1" } }).success,
  ).toBe(false);
});
