import { z } from "zod";
import { momentText } from "@/lib/moment-text";

export const REVIEW_BODY_MAX = 5000;

const id = z.string().min(1).max(100);

export const reviewFilters = z.object({
  search: z.string().trim().max(200).default(""),
  score: z.enum(["all", "1", "2", "3", "4", "5"]).default("all"),
  status: z.enum(["all", "rated", "submitted"]).default("all"),
  visibility: z.enum(["all", "visible", "hidden"]).default("all"),
});

export type ReviewFilters = z.output<typeof reviewFilters>;

export const reviewListInput = reviewFilters.extend({ cursor: z.string().max(100).nullable().default(null) });

export type ReviewListInput = z.output<typeof reviewListInput>;

const body = z
  .string()
  .trim()
  .max(REVIEW_BODY_MAX, "A review has at most 5,000 characters.")
  .transform((text) => text || null);

const tagList = z
  .array(z.string().max(60, "A tag has at most 60 characters."))
  .max(20, "A review has at most 20 tags.");

export const editReviewInput = z.object({
  id,
  score: z.coerce.number().int().min(1, "Choose 1 to 5 stars.").max(5, "Choose 1 to 5 stars."),
  body,
  tags: z
    .string()
    .max(2000, "Use fewer tags.")
    .transform((text) => [
      ...new Set(
        text
          .split(",")
          .map((tag) => tag.trim())
          .filter(Boolean),
      ),
    ])
    .pipe(tagList),
});

export type EditReviewForm = z.input<typeof editReviewInput>;
export type EditReviewInput = z.output<typeof editReviewInput>;

export const setVisibilityInput = z.object({ id, visibility: z.enum(["visible", "hidden"]) });

export const reviewIdInput = z.object({ id });

const score = z.int("Give 1 to 5 stars.").min(1, "Give 1 to 5 stars.").max(5, "Give 1 to 5 stars.");

/** A finished review as programs add it. */
export const createReviewInput = z.object({
  score,
  body: body.nullable().default(null),
  customerId: id.nullable().default(null),
  reviewerName: z.string().trim().max(200, "A name has at most 200 characters.").nullable().default(null),
  /** Null = now. */
  ratedAt: momentText()
    .refine((text) => new Date(text) <= new Date(), "A review can't be rated in the future.")
    .transform((text) => new Date(text))
    .nullable()
    .default(null),
});

/** What programs may change in a review; the rest stays as it is. */
export const patchReviewInput = z.object({
  score: score.optional(),
  body: body.nullable().optional(),
  tags: tagList.optional(),
  visibility: z.enum(["visible", "hidden"]).optional(),
});

export type PatchReviewInput = z.output<typeof patchReviewInput>;
