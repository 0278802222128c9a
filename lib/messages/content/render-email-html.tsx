/** @jsxImportSource react */
// The pragma: test runners that compile JSX for themselves would render nothing of it.
import type { EmailBlock } from "@/lib/messages/content/email-blocks";
import type { EmailFrame } from "@/lib/messages/content/email-document";

/** The HTML that all mails of a kind share, with slots. What renders it is loaded at first use: it is large. */
export async function renderEmailHtml(
  frame: EmailFrame,
  blocks: readonly EmailBlock[],
  reason: string,
): Promise<string> {
  const [{ render }, { EmailDocument }] = await Promise.all([
    import("@react-email/render"),
    import("@/lib/messages/content/email-document"),
  ]);
  return render(<EmailDocument frame={frame} blocks={blocks} reason={reason} />);
}
