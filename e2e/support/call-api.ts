import { z } from "zod";
import type { ManagedServices } from "./managed-services";

/** A call of the API of an installation with the operator's own key. Lists have no id. */
export async function callApi(
  { appUrl, settings }: ManagedServices,
  method: string,
  path: string,
  body?: object,
) {
  const answer = await fetch(`${appUrl}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${settings.BOOTSTRAP_API_KEY}`,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (answer.headers.get("content-type")?.includes("json") !== true)
    throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
  const json = z.looseObject({ id: z.string().default("") }).parse(JSON.parse(text));
  return { status: answer.status, json, requestId: answer.headers.get("x-request-id") };
}
