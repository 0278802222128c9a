import type { ReactNode } from "react";

type FactListProps = {
  facts: readonly { name: ReactNode; detail?: ReactNode; text: ReactNode }[];
  /** Names are words of a program: shown as code. */
  isCode?: boolean;
};

/** Names and what they mean: side by side, on a phone one under the other. */
export function FactList({ facts, isCode = false }: FactListProps) {
  return (
    <dl className="divide-y rounded-lg border bg-card text-sm">
      {facts.map(({ name, detail, text }, at) => (
        <div key={at} className="grid gap-x-4 gap-y-0.5 px-4 py-2.5 sm:grid-cols-[14rem_minmax(0,1fr)]">
          <dt className="min-w-0 break-words">
            {isCode ? <code className="font-mono text-[0.8125rem]">{name}</code> : name}
          </dt>
          <dd className="min-w-0 break-words">
            {text}
            {detail && <span className="mt-0.5 block text-xs text-muted-foreground">{detail}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
