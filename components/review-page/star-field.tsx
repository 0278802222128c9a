import { PAGE_WORDS } from "@/lib/review-page/page-words";
import { type Score, SCORES } from "@/lib/reviews/score";

type StarFieldProps = { title: string; intro: string; chosen: Score | null; problem: string | undefined };

/** Five real radio inputs that look like stars. */
export function StarField({ title, intro, chosen, problem }: StarFieldProps) {
  return (
    <fieldset role="radiogroup" aria-describedby={problem ? "problem" : undefined}>
      <legend>
        <h1 dir="auto" tabIndex={-1}>
          {title}
        </h1>
      </legend>
      {intro && (
        <p className="intro" dir="auto">
          {intro}
        </p>
      )}
      <div className="stars">
        {SCORES.map((score) => (
          <label key={score} className="star">
            <input
              type="radio"
              name="score"
              value={score}
              defaultChecked={score === chosen}
              required
              autoComplete="off"
            />
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="m12 2.6 2.9 6 6.5.9-4.7 4.6 1.1 6.5-5.8-3.1-5.8 3.1 1.1-6.5L2.6 9.5l6.5-.9z" />
            </svg>
            <span>{PAGE_WORDS.starName(score)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
