import type { JsonSchema } from "@/lib/api/openapi/json-schema";

/** The body of every refusal, as JSON Schema. */
export const PROBLEM_SCHEMA: JsonSchema = {
  type: "object",
  description: "A refusal (RFC 9457).",
  properties: {
    type: { type: "string", format: "uri" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string", description: "What is wrong, for people" },
    code: { type: "string", description: "What is wrong, for programs: stable" },
    request_id: { type: "string" },
    errors: {
      type: "array",
      items: {
        type: "object",
        properties: { path: { type: "string" }, detail: { type: "string" } },
        required: ["path", "detail"],
      },
    },
  },
  required: ["type", "title", "status", "detail", "code", "request_id", "errors"],
};
