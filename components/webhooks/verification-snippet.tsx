import { CopyButton } from "@/components/ui/copy-button";
import { VERIFICATION_SNIPPET } from "@/lib/webhooks/verification-snippet";

/** How to answer and how to check a signature. */
export function VerificationSnippet() {
  return (
    <>
      <ul className="flex list-disc flex-col gap-0.5 pl-5 text-[0.8125rem] text-muted-foreground">
        <li>
          <strong className="font-medium text-foreground">Any 2xx within 15 s confirms;</strong> the answer's
          body is ignored. Answer first and do the work afterwards.
        </li>
        <li>
          <strong className="font-medium text-foreground">Verify the raw body.</strong> Parsed and written
          again it has other bytes, and the signature no longer matches.
        </li>
      </ul>
      <div className="relative min-w-0">
        <pre
          tabIndex={0}
          aria-label="Verification in TypeScript"
          className="overflow-x-auto rounded-md border bg-background p-3 pr-12 font-mono text-xs leading-5"
        >
          {VERIFICATION_SNIPPET}
        </pre>
        <CopyButton text={VERIFICATION_SNIPPET} label="Copy code" className="absolute top-1.5 right-1.5" />
      </div>
    </>
  );
}
