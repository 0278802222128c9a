import { CodeSample } from "@/components/ui/code-sample";
import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/paths";
import { VERIFY_TYPESCRIPT } from "@/lib/webhooks/guide/verify-typescript";

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
        <li>
          Whole receivers in TypeScript, Python and PHP, and every field:{" "}
          <TextLink href={paths.guide("verify")}>the receiver's guide</TextLink>.
        </li>
      </ul>
      <CodeSample label="Verification in TypeScript" code={VERIFY_TYPESCRIPT} className="max-h-80" />
    </>
  );
}
