"use client";

import { useEffect, useReducer } from "react";
import { paths } from "@/lib/paths";
import type { Hook } from "@/lib/receiver/hook-behavior";
import type { BrowserNews } from "@/lib/receiver/news-stream";
import type { ReceivedRequest } from "@/lib/receiver/received-request";

const SHOWN_MAX = 300;
const GATHER_MS = 50;

export type ReceiverView = {
  state: "connecting" | "live" | "down";
  hooks: Hook[];
  /** Newest first. */
  requests: ReceivedRequest[];
};

const NOTHING: ReceiverView = { state: "connecting", hooks: [], requests: [] };

/** What the receiver gets, as it gets it. News that come together are shown together. */
export function useReceiverNews(): ReceiverView {
  const [view, show] = useReducer(addNews, NOTHING);

  useEffect(() => {
    let gathered: BrowserNews[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const source = new EventSource(paths.receiverNews());
    source.onmessage = ({ data }: MessageEvent<string>) => {
      gathered.push(JSON.parse(data));
      timer ??= setTimeout(() => {
        show(gathered);
        gathered = [];
        timer = undefined;
      }, GATHER_MS);
    };
    return () => {
      source.close();
      clearTimeout(timer);
    };
  }, []);

  return view;
}

function addNews(view: ReceiverView, gathered: readonly BrowserNews[]): ReceiverView {
  let { state, hooks } = view;
  const requests = new Map(view.requests.map((request) => [request.seq, request]));
  for (const news of gathered) {
    state = news.kind === "down" ? "down" : "live";
    if (news.kind === "hooks") hooks = news.hooks;
    if (news.kind === "cleared") requests.clear();
    if (news.kind === "request") requests.set(news.request.seq, news.request);
  }
  const newestFirst = [...requests.values()].toSorted((a, b) => b.seq - a.seq);
  return { state, hooks, requests: newestFirst.slice(0, SHOWN_MAX) };
}
