"use client";

import { ChevronRight } from "lucide-react";
import { memo, useId, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { RelativeTime } from "@/components/ui/relative-time";
import { CodeBlock } from "@/components/webhooks/code-block";
import { describeAnswer } from "@/lib/receiver/describe-received";
import { SIGNATURE_WORDS, type ReceivedRequest } from "@/lib/receiver/received-request";

/** One request in a line; opened, its headers and its exact body. */
export const ReceivedRow = memo(function ReceivedRow({ request }: { request: ReceivedRequest }) {
  const [isOpen, setOpen] = useState(false);
  const detailsId = useId();
  const { eventType, attempt, sinceEventMs, signature, answer } = request;
  return (
    <li>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={detailsId}
        onClick={() => setOpen(!isOpen)}
        className="flex w-full items-start gap-3 px-4 py-2.5 text-left text-sm hover:bg-hover"
      >
        <ChevronRight
          aria-hidden
          className={cn("mt-0.5 size-4 shrink-0 transition-transform", isOpen && "rotate-90")}
        />
        <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-medium">{eventType ?? `${request.method} ${request.target}`}</span>
          <Badge tone={signature === "verified" ? "success" : "warning"}>{SIGNATURE_WORDS[signature]}</Badge>
          {sinceEventMs !== null && <span className="tabular-nums">{sinceEventMs} ms after the event</span>}
          {attempt !== null && attempt > 1 && <span>attempt {attempt}</span>}
          <span className="flex flex-wrap items-center gap-x-3 text-[0.8125rem] text-muted-foreground sm:ml-auto">
            <span>{answer ? describeAnswer(answer) : "not answered yet"}</span>
            <span>{request.hook}</span>
            <RelativeTime date={request.receivedAt} />
          </span>
        </span>
      </button>
      <div id={detailsId} hidden={!isOpen} className="flex flex-col gap-4 border-t bg-muted/40 p-4">
        {isOpen && <RequestDetails request={request} />}
      </div>
    </li>
  );
});

function RequestDetails({ request }: { request: ReceivedRequest }) {
  const headers = request.headers.map(([name, value]) => `${name}: ${value}`).join("\n");
  const isBase64 = request.bodyEncoding === "base64";
  return (
    <>
      <CodeBlock title="Headers" text={`${request.method} ${request.target}\n${headers}`} />
      <CodeBlock title={isBase64 ? "Body (base64)" : "Body"} text={request.body} isJson={isJson(request)} />
    </>
  );
}

function isJson({ body, bodyEncoding }: ReceivedRequest): boolean {
  try {
    return bodyEncoding === "utf8" && body !== "" && JSON.parse(body) !== undefined;
  } catch {
    return false;
  }
}
