"use client";

import { HookCard } from "@/components/receiver/hook-card";
import { ReceivedList } from "@/components/receiver/received-list";
import { useReceiverNews } from "@/components/receiver/use-receiver-news";
import { Notice } from "@/components/ui/notice";
import { SkeletonRows } from "@/components/ui/skeleton";

/** Where to send, how each hook answers, and what arrived. */
export function ReceiverScreen({ origin }: { origin: string }) {
  const { state, hooks, requests } = useReceiverNews();
  if (state === "connecting") return <SkeletonRows />;
  return (
    <div className="flex flex-col gap-6">
      {state === "down" && (
        <Notice tone="warning" role="status">
          The test receiver doesn't run at the moment. This page goes on by itself when it is back.
        </Notice>
      )}
      {hooks.map((hook) => (
        <HookCard key={hook.name} hook={hook} origin={origin} />
      ))}
      <ReceivedList requests={requests} />
    </div>
  );
}
