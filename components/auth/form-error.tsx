import { Notice } from "@/components/ui/notice";
import type { ActionFailure } from "@/lib/actions/result";

/** A refusal that belongs to the whole form, announced as it appears. */
export function FormError({ error }: { error: ActionFailure | undefined }) {
  return (
    <div role="alert" className="empty:hidden">
      {error && error.field === undefined && <Notice tone="danger">{error.sentence}</Notice>}
    </div>
  );
}
