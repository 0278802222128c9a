import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { camelKeys } from "@/lib/api/letter-case";
import { OPERATIONS } from "@/lib/api/operations/all";
import { bodyOf, curlOf } from "@/lib/api/reference/curl-of";
import { readDocument } from "@/lib/api/reference/read-document";
import { sampleOf } from "@/lib/api/reference/sample-of";
import { schemaFields } from "@/lib/api/reference/schema-fields";
import { schemaWords } from "@/lib/api/reference/schema-words";

const { groups, objects, baseUrl } = readDocument();
const operations = groups.flatMap((group) => group.operations);

test("every operation of the API has its place", () => {
  expect(operations.map(({ operationId }) => operationId).toSorted()).toEqual(
    OPERATIONS.map(({ id }) => id).toSorted(),
  );
});

describe("samples", () => {
  const withBody = operations.flatMap((operation) => {
    const schema = bodyOf(operation);
    return schema ? [[operation.operationId, schema] as const] : [];
  });

  test.each(withBody)("%s takes the sample that the reference shows", (id, schema) => {
    const body = OPERATIONS.find((operation) => operation.id === id)?.body;
    const parsed = body?.safeParse(camelKeys(sampleOf(schema)));
    expect(parsed?.error?.issues ?? []).toEqual([]);
  });

  test.each(operations.map((operation) => [operation.operationId, operation] as const))(
    "%s is a command that a shell reads as it is meant",
    (_id, operation) => {
      const script = `curl() { printf '%s\\n' "$@"; }\n${curlOf(operation, baseUrl)}`;
      const said = execFileSync(
        "sh",
        [
          "-c",
          `KEY=swk_1 ID=it
${script}`,
        ],
        { encoding: "utf8" },
      );
      expect(said).toContain(`${baseUrl}${operation.path.replace("{id}", "it")}\n`);
      expect(said).toContain("Authorization: Bearer swk_1\n");
      const schema = bodyOf(operation);
      if (schema) expect(JSON.parse(said.slice(said.indexOf("\n{")))).toEqual(sampleOf(schema));
    },
  );
});

describe("words", () => {
  test.each([
    [{ type: "string", maxLength: 5000 }, "text, at most 5,000 characters"],
    [{ type: ["string", "null"] }, "text or null"],
    [{ type: ["string", "null"], maxLength: 200 }, "text, at most 200 characters, or null"],
    [
      { anyOf: [{ type: "string", const: "" }, { type: "string", format: "email" }, { type: "null" }] },
      "e-mail address or empty or null",
    ],
    [{ anyOf: [{ type: "string", format: "date-time" }, { type: "null" }] }, "time or null"],
    [{ type: "integer", minimum: 1, maximum: 5 }, "1 to 5"],
    [{ type: "integer", minimum: -9007199254740991, maximum: 9007199254740991 }, "number"],
    [{ type: "array", items: { $ref: "#/components/schemas/Review" } }, "list of Review"],
    [{ type: "array", items: { type: "string", enum: ["email", "sms"] } }, 'list of "email" or "sms"'],
    [{ $ref: "#/components/schemas/Review" }, "Review"],
    [{}, "anything"],
  ] as const)("%j", (schema, words) => {
    expect(schemaWords(structuredClone(schema) as Parameters<typeof schemaWords>[0])).toBe(words);
  });

  test("fields are named by their path, each once", () => {
    const create = operations.find(({ operationId }) => operationId === "createRequest");
    const names = schemaFields((create && bodyOf(create)) ?? {}).map(({ name }) => name);
    expect(names.slice(0, 4)).toEqual([
      "customer",
      "customer.id",
      "customer.external_id",
      "customer.first_name",
    ]);
    expect(new Set(names).size).toBe(names.length);
  });

  test("every object has fields, and no field goes without a type", () => {
    for (const schema of Object.values(objects)) {
      const fields = schemaFields(schema);
      expect(fields.length).toBeGreaterThan(0);
      expect(fields.filter(({ type }) => type === "")).toEqual([]);
    }
  });
});
