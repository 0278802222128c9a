import { readReceiverNews } from "@/lib/receiver/control-client";
import type { ReceiverNews } from "@/lib/receiver/control-protocol";

/** News of the receiver as a browser gets it; `down` says that it doesn't run. */
export type BrowserNews = ReceiverNews | { kind: "down" };

const RETRY_MS = 1_000;

/**
 * The receiver's news as server-sent events, without requests that belong to projects of others. It ends when the
 * browser leaves or the receiver ends; the browser then asks again after a second.
 */
export function newsStream(projectIds: ReadonlySet<string>, signal: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const leaving = new AbortController();
  const until = AbortSignal.any([signal, leaving.signal]);
  return new ReadableStream({
    async start(controller) {
      const tell = (text: string) => controller.enqueue(encoder.encode(text));
      tell(`retry: ${RETRY_MS}\n\n`);
      try {
        for await (const news of readReceiverNews(until)) {
          if (isVisible(news, projectIds)) tell(`data: ${JSON.stringify(news)}\n\n`);
        }
      } catch {
        if (!until.aborted) tell(`data: ${JSON.stringify({ kind: "down" } satisfies BrowserNews)}\n\n`);
      }
      if (!until.aborted) controller.close();
    },
    cancel() {
      leaving.abort();
    },
  });
}

function isVisible(news: ReceiverNews, projectIds: ReadonlySet<string>): boolean {
  if (news.kind !== "request") return true;
  const { projectId } = news.request;
  return projectId === null || projectIds.has(projectId);
}
