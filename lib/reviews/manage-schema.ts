import { z } from "zod";

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

export const editReviewInput = z.object({
  id,
  score: z.coerce.number().int().min(1, "Choose 1 to 5 stars.").max(5, "Choose 1 to 5 stars."),
  body: z
    .string()
    .trim()
    .max(REVIEW_BODY_MAX, "A review has at most 5,000 characters.")
    .transform((text) => text || null),
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
    .pipe(
      z
        .array(z.string().max(60, "A tag has at most 60 characters."))
        .max(20, "A review has at most 20 tags."),
    ),
});

export type EditReviewForm = z.input<typeof editReviewInput>;
export type EditReviewInput = z.output<typeof editReviewInput>;

export const setVisibilityInput = z.object({ id, visibility: z.enum(["visible", "hidden"]) });

export const reviewIdInput = z.object({ id });
