import { z } from "zod";
import { AppError } from "@/lib/errors";
import { PAGE_WORDS } from "@/lib/review-page/page-words";
import { cleanText, isReviewTextShortEnough } from "@/lib/reviews/review-text";
import { parseScore } from "@/lib/reviews/score";

const ACTIONS = ["land", "touch", "confirm", "change", "submit", "edit"] as const;

const score = z.string().nullish().transform(parseScore);
const flag = z
  .string()
  .nullish()
  .transform((text) => Boolean(text));
const shortText = (max: number, sentence: string) =>
  z
    .string()
    .nullish()
    .transform((text) => cleanText(text ?? ""))
    .refine((text) => text === null || text.length <= max, sentence);

const formInput = z.object({
  action: z.enum(ACTIONS),
  nonce: z.string().default(""),
  score,
  /** The score that "Change it?" named. */
  from: score,
  body: z
    .string()
    .nullish()
    .refine((text) => isReviewTextShortEnough(text ?? ""), PAGE_WORDS.textTooLong)
    .transform((text) => cleanText(text ?? "")),
  name: shortText(200, PAGE_WORDS.nameTooLong),
  email: z
    .string()
    .nullish()
    .transform((text) => cleanText(text ?? "")?.toLowerCase() ?? null)
    .pipe(z.email(PAGE_WORDS.notAnEmail).max(254).nullable()),
  /** The key of a public visitor's review that is edited. */
  review: z.string().max(300).nullish(),
  /** Sent from the page with one button. */
  confirmed: flag,
  /** `navigator.webdriver`, or it was tampered with. */
  automated: flag,
  /** The page's script saw an input event that the browser made. */
  pressed: flag,
  /** A field that people can't see. */
  website: flag,
});

/** One form of the hosted page, as it arrived. */
export type HostedForm = z.output<typeof formInput>;

/** Reads the fields of a form of the hosted page. @throws AppError `invalid` with the field and a sentence. */
export function parseHostedForm(fields: URLSearchParams): HostedForm {
  const parsed = formInput.safeParse(Object.fromEntries(fields));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.join(".");
  if (field === "action") throw new AppError("invalid");
  throw new AppError("invalid", issue?.message, field);
}
