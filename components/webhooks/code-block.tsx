"use client";

import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";

type CodeBlockProps = {
  title: string;
  text: string;
  /** Offers to show it with line breaks; what is copied stays exact. */
  isJson?: boolean;
};

/** Text to the letter, scrollable, with a button that copies it. */
export function CodeBlock({ title, text, isJson = false }: CodeBlockProps) {
  const titleId = useId();
  const [isFormatted, setIsFormatted] = useState(false);
  return (
    <div className="min-w-0">
      <div className="mb-1 flex min-h-7 items-center justify-between gap-2">
        <p id={titleId} className="text-[0.8125rem] font-medium">
          {title}
        </p>
        {text && (
          <div className="flex items-center gap-1">
            {isJson && (
              <Button
                size="sm"
                variant="ghost"
                aria-pressed={isFormatted}
                onClick={() => setIsFormatted(!isFormatted)}
              >
                Format
              </Button>
            )}
            <CopyButton text={text} label={`Copy ${title.charAt(0).toLowerCase()}${title.slice(1)}`} />
          </div>
        )}
      </div>
      {text ? (
        <pre
          tabIndex={0}
          role="region"
          aria-labelledby={titleId}
          className="max-h-80 overflow-auto rounded-md border bg-background p-2.5 font-mono text-xs leading-5 break-all whitespace-pre-wrap"
        >
          {isFormatted ? formatJson(text) : text}
        </pre>
      ) : (
        <p className="text-[0.8125rem] text-muted-foreground">Empty</p>
      )}
    </div>
  );
}

function formatJson(text: string): string {
  return JSON.stringify(JSON.parse(text), null, 2);
}
