import { z } from "zod";
import { buildDocument } from "@/lib/api/openapi/build-document";

/** A schema inside the document; `#/components/schemas/<name>` points at its objects. */
export type Schema = z.core.JSONSchema.JSONSchema;

const schema = z.custom<Schema>((value) => typeof value === "object" && value !== null);
const content = z.record(z.string(), z.object({ schema }));

const operation = z.object({
  operationId: z.string(),
  tags: z.tuple([z.string()]),
  summary: z.string(),
  description: z.string().optional(),
  "x-permission": z.string(),
  parameters: z.array(
    z.object({
      name: z.string(),
      in: z.enum(["path", "query", "header"]),
      required: z.boolean(),
      description: z.string().optional(),
      schema,
    }),
  ),
  requestBody: z.object({ content }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string(), content: content.optional() })),
});

const openApiDocument = z.object({
  info: z.object({ description: z.string() }),
  servers: z.tuple([z.object({ url: z.url() })]),
  tags: z.array(z.object({ name: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.object({ schemas: z.record(z.string(), schema) }),
});

/** An operation as its document describes it. */
export type ReferenceOperation = z.output<typeof operation> & { method: string; path: string };

/** The API's document, in the order in which it is read. */
export type ReferenceDocument = {
  description: string;
  /** For example `https://starwire.example.com/api/v1`. */
  baseUrl: string;
  groups: { name: string; operations: ReferenceOperation[] }[];
  /** What answers consist of, by name. */
  objects: Record<string, Schema>;
};

/** Reads the OpenAPI document as its reference shows it. */
export function readDocument(): ReferenceDocument {
  const { info, servers, tags, paths, components } = openApiDocument.parse(buildDocument());
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => ({ ...one, path, method: method.toUpperCase() })),
  );
  return {
    description: info.description,
    baseUrl: servers[0].url,
    groups: tags.map(({ name }) => ({
      name,
      operations: operations.filter(({ tags: [tag] }) => tag === name),
    })),
    objects: components.schemas,
  };
}
