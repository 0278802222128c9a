import { Badge } from "@/components/ui/badge";
import { CopyButton } from "@/components/ui/copy-button";
import { RelativeTime } from "@/components/ui/relative-time";
import { CodeBlock } from "@/components/webhooks/code-block";
import { curlCommand } from "@/lib/webhooks/curl-command";
import { answerWords, elapsedWords } from "@/lib/webhooks/delivery-words";
import type { AttemptDetail } from "@/lib/webhooks/queries/get-delivery";

const linkClass = "rounded-sm text-[0.8125rem] text-primary-text underline underline-offset-3";

const headerLines = (headers: AttemptDetail["requestHeaders"]) =>
  headers.map(([name, value]) => `${name}: ${value}`).join("\n");

/** A longer one would push the answer off the screen. */
const URL_LENGTH_MAX = 300;

type AttemptDetailsProps = {
  attempt: AttemptDetail;
  /** What was sent; null when it is erased. */
  body: string | null;
  isOpenAtFirst: boolean;
};

/** One request: when, what came back and how fast, and both sides' headers. */
export function AttemptDetails({ attempt, body, isOpenAtFirst }: AttemptDetailsProps) {
  const isDelivered = attempt.error === null;
  const isUrlLong = attempt.url.length > URL_LENGTH_MAX;
  return (
    <li>
      <details open={isOpenAtFirst} className="min-w-0 rounded-md border bg-card">
        <summary className="rounded-md px-3 py-2 text-[0.8125rem]">
          <span className="font-medium">Attempt {attempt.number}</span>
          <span className="text-muted-foreground">
            , <RelativeTime date={attempt.startedAt} />:{" "}
          </span>
          <span className={isDelivered ? "text-success-text" : "text-destructive-text"}>
            {answerWords(attempt)}
          </span>
          {attempt.isOurFault && <Badge className="ml-1.5">Our side</Badge>}
        </summary>
        <div className="flex min-w-0 flex-col gap-3 border-t px-3 py-3">
          <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5 text-[0.8125rem]">
            {!isUrlLong && (
              <>
                <dt className="text-muted-foreground">URL</dt>
                <dd className="font-mono break-all">{attempt.url}</dd>
              </>
            )}
            <dt className="text-muted-foreground">Took</dt>
            <dd>
              {elapsedWords(attempt.durationMs)}
              {attempt.firstByteMs !== null && `, first byte after ${elapsedWords(attempt.firstByteMs)}`}
            </dd>
            {attempt.remoteAddress && (
              <>
                <dt className="text-muted-foreground">Address</dt>
                <dd className="font-mono break-all">{attempt.remoteAddress}</dd>
              </>
            )}
          </dl>
          <div className="flex flex-wrap items-center gap-3">
            {body !== null && attempt.requestHeaders.length > 0 && (
              <CopyButton
                showLabel
                label="Copy as curl"
                text={curlCommand({ url: attempt.url, headers: attempt.requestHeaders, body })}
              />
            )}
            {attempt.runUrl && (
              <a href={attempt.runUrl} target="_blank" rel="noreferrer" className={linkClass}>
                Its run in Inngest
              </a>
            )}
          </div>
          {isUrlLong && <CodeBlock title="URL" text={attempt.url} />}
          <CodeBlock title="Request headers" text={headerLines(attempt.requestHeaders)} />
          {attempt.statusCode !== null && (
            <>
              <CodeBlock
                title={`Answer: ${attempt.statusCode}, headers`}
                text={headerLines(attempt.responseHeaders)}
              />
              <CodeBlock
                title={attempt.isResponseCut ? "Answer: body, its first 64 KB" : "Answer: body"}
                text={attempt.responseBody ?? ""}
              />
            </>
          )}
        </div>
      </details>
    </li>
  );
}
