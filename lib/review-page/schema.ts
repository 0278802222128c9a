import { z } from "zod";

/** How long a link can live, in days, as the settings offer it. */
export const LINK_EXPIRY_DAYS = [3, 5, 7, 14, 30, 60, 90] as const;

export const LINKS_MAX = 8;

const sentence = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `Use at most ${max.toLocaleString("en")} characters.`);

export const publicLink = z.object({
  label: sentence(60).min(1, "Give the link a name, for example Google."),
  url: sentence(2_000).pipe(
    z.url({
      protocol: /^https?$/,
      error: "This isn't a full URL, for example https://example.com/reviews.",
    }),
  ),
});

export type PublicLink = z.output<typeof publicLink>;

/** The hosted review page of a project: what it shows, and when a rating is saved. */
export const pageSettingsInput = z.object({
  title: sentence(120).min(1, "Enter the question that customers answer."),
  intro: sentence(1_000),
  thankYouTitle: sentence(120).min(1, "Enter what customers read after Submit."),
  thankYouText: sentence(1_000),
  color: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/, "Use six digits, for example #0f766e."),
  /** Shown after Submit, the same for every score. */
  links: z.array(publicLink).max(LINKS_MAX, `Use at most ${LINKS_MAX} links.`),
  ratingSave: z.enum(["every_click", "automatic", "always_confirm", "on_submit"]),
  /** Null: for ever. */
  linkExpiryDays: z.int().min(1).max(3_650, "Use at most 3,650 days.").nullable(),
});

export type PageSettingsForm = z.input<typeof pageSettingsInput>;
export type PageSettingsInput = z.output<typeof pageSettingsInput>;
