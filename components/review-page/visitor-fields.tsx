import { PAGE_WORDS } from "@/lib/review-page/page-words";
import type { FormProblem, FormView } from "@/lib/review-page/page-view";

type VisitorFieldsProps = {
  visitor: Extract<FormView["visitor"], { kind: "public" }>;
  problem: FormProblem | null;
};

/** Who a visitor without a link says they are. */
export function VisitorFields({ visitor, problem }: VisitorFieldsProps) {
  const described = (field: string) =>
    problem?.field === field ? { "aria-invalid": true, "aria-describedby": "problem" } : {};
  return (
    <>
      <div className="field">
        <label htmlFor="name">
          {PAGE_WORDS.name} <span className="optional">{PAGE_WORDS.optional}</span>
        </label>
        <input
          id="name"
          name="name"
          type="text"
          dir="auto"
          autoComplete="name"
          maxLength={200}
          defaultValue={visitor.name ?? ""}
          {...described("name")}
        />
      </div>
      <div className="field">
        <label htmlFor="email">
          {PAGE_WORDS.email} <span className="optional">{PAGE_WORDS.optionalAndHidden}</span>
        </label>
        <input
          id="email"
          name="email"
          type="email"
          autoComplete="email"
          maxLength={254}
          defaultValue={visitor.email ?? ""}
          {...described("email")}
        />
      </div>
      {visitor.reviewKey !== null && <input type="hidden" name="review" value={visitor.reviewKey} />}
    </>
  );
}
