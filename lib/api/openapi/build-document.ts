import { buildOperation } from "@/lib/api/openapi/build-operation";
import { buildWebhooks } from "@/lib/api/openapi/build-webhooks";
import type { Components, JsonSchema } from "@/lib/api/openapi/json-schema";
import { PROBLEM_SCHEMA } from "@/lib/api/openapi/problem-schema";
import { OPERATIONS } from "@/lib/api/operations/all";
import { env } from "@/lib/env";

/** The OpenAPI 3.1 document of the API and its webhooks, derived from the operations and the event catalogue. */
export function buildDocument(): JsonSchema {
  const components: Components = new Map([["Problem", PROBLEM_SCHEMA]]);
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const operation of OPERATIONS) {
    (paths[operation.path] ??= {})[operation.method.toLowerCase()] = buildOperation(operation, components);
  }
  const webhooks = buildWebhooks(components);
  return {
    openapi: "3.1.0",
    info: {
      title: "Starwire API",
      version: "1",
      description: DESCRIPTION,
    },
    servers: [{ url: `${env().APP_URL}/api/v1` }],
    security: [{ apiKey: [] }],
    tags: [...new Set(OPERATIONS.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    webhooks,
    components: {
      securitySchemes: { apiKey: { type: "http", scheme: "bearer", bearerFormat: "swk_…" } },
      schemas: Object.fromEntries(components),
    },
  };
}

const DESCRIPTION = `Everything the screens do, for programs.

- **Keys** are made under Settings > API and sent as \`Authorization: Bearer swk_…\`. A key belongs to one project.
- **Errors** are problems (RFC 9457) with a stable \`code\`, a sentence in \`detail\`, and in \`errors\` the path of each field that isn't right.
- **Idempotency-Key**: the same key with the same request gets the first one's answer for 24 hours; another request under it answers 422.
- **Lists** are newest first. Ask for the next page with \`cursor\` = the page's \`next_cursor\`.
- **Limits** are counted per key, in minutes that begin with a request: \`RateLimit-Limit\`, \`RateLimit-Remaining\`, \`RateLimit-Reset\`; beyond them 429 with \`Retry-After\`.
- Every answer carries \`X-Request-Id\`.`;
