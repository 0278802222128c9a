import { env } from "@/lib/env";

const CLOUD = "https://app.inngest.com/env/production/runs";

/**
 * Where the dashboard shows an Inngest run: a server of one's own at the address that the SDK uses (`INNGEST_BASE_URL`),
 * otherwise Inngest Cloud. Null without a run.
 */
export function runUrl(runId: string | null): string | null {
  if (runId === null) return null;
  const server = env().INNGEST_BASE_URL;
  return server ? new URL(`/run?runID=${encodeURIComponent(runId)}`, server).href : `${CLOUD}/${runId}`;
}
