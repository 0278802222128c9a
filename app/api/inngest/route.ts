import { serveInWeb } from "@/inngest/serve-in-web";
import { env } from "@/lib/env";

/** Where an Inngest server calls our functions. Nothing is here with the embedded engine, which calls them in the worker. */
function onlyWithInngest<Arguments extends unknown[]>(
  handler: (...args: Arguments) => Promise<Response>,
): (...args: Arguments) => Promise<Response> {
  return async (...args) =>
    env().ENGINE === "inngest" ? handler(...args) : new Response("Not found", { status: 404 });
}

export const GET = onlyWithInngest(serveInWeb.GET);
export const POST = onlyWithInngest(serveInWeb.POST);
export const PUT = onlyWithInngest(serveInWeb.PUT);
