import { cn } from "@/components/ui/cn";
import { CopyButton } from "@/components/ui/copy-button";

type CodeSampleProps = {
  /** What it is, for those who can't see it: "Receiver in PHP". */
  label: string;
  code: string;
  className?: string;
};

/** Lines of code that keep their breaks, scroll sideways and can be copied. */
export function CodeSample({ label, code, className }: CodeSampleProps) {
  return (
    <div className="relative min-w-0">
      <pre
        tabIndex={0}
        role="region"
        aria-label={label}
        className={cn(
          "overflow-auto rounded-md border bg-background p-3 pr-12 font-mono text-xs leading-5",
          className,
        )}
      >
        {code}
      </pre>
      <div className="absolute top-px right-px rounded-md bg-background p-1">
        <CopyButton text={code} label="Copy code" />
      </div>
    </div>
  );
}
