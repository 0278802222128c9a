import { Notice } from "@/components/ui/notice";
import type { ActionFailure } from "@/lib/actions/result";

type FormErrorProps = {
  error: ActionFailure | undefined;
  /** Fields that show their own refusals. */
  fields: readonly string[];
};

/** A refusal that belongs to the whole form, announced as it appears. */
export function FormError({ error, fields }: FormErrorProps) {
  const isShown = error && !(error.field !== undefined && fields.includes(error.field));
  return (
    <div role="alert" className="empty:hidden">
      {isShown && <Notice tone="danger">{error.sentence}</Notice>}
    </div>
  );
}
