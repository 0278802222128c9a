import { buildDocument } from "@/lib/api/openapi/build-document";

/** The OpenAPI document, for everybody: it holds no data. */
export function GET(): Response {
  return Response.json(buildDocument(), { headers: { "cache-control": "public, max-age=300" } });
}
