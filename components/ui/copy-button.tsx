"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { copyText } from "@/components/ui/copy-text";
import { IconButton } from "@/components/ui/icon-button";

type CopyButtonProps = {
  text: string;
  /** What is copied: "Copy signing secret". Its accessible name, and its text when `showLabel`. */
  label: string;
  showLabel?: boolean;
  className?: string;
};

export function CopyButton({ text, label, showLabel = false, className }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);

  async function copy() {
    if (await copyText(text)) setCopied(true);
    else toast.error("The browser didn't allow copying. Select the text and copy it by hand.");
  }

  const icon = copied ? <Check className="text-success-text" /> : <Copy />;
  return (
    <>
      {showLabel ? (
        <Button onClick={() => void copy()} className={className}>
          {icon}
          {label}
        </Button>
      ) : (
        <IconButton label={label} size="icon-sm" onClick={() => void copy()} className={className}>
          {icon}
        </IconButton>
      )}
      <span role="status" className="sr-only">
        {copied ? "Copied" : ""}
      </span>
    </>
  );
}
