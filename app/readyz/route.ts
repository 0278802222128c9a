import { findUnready } from "@/lib/readiness/find-unready";

/** The web process can serve: its database answers and has every migration of this version. */
export async function GET(): Promise<Response> {
  const problem = await findUnready();
  return new Response(problem ?? "ready", {
    status: problem === null ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}
