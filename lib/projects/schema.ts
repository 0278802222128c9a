import { z } from "zod";
import { isFreeWord, slugPattern } from "@/lib/projects/slug";

const name = z.string().trim().min(1, "Enter the project's name.").max(200, "Use at most 200 characters.");

/** IANA time zone and ISO country are checked by the command, which knows the lists. */
export const createProjectInput = z.object({
  name,
  timezone: z.string().max(100).optional(),
  defaultCountry: z.string().max(2).optional(),
});

export const updateProjectInput = z.object({
  name,
  slug: z
    .string()
    .trim()
    .toLowerCase()
    .min(2, "Use at least 2 characters.")
    .max(60, "Use at most 60 characters.")
    .regex(slugPattern, "Use lower-case letters, digits and single hyphens, for example riverside-bakery.")
    .refine(isFreeWord, "This word is taken by Starwire itself."),
  timezone: z.string().min(1, "Choose a time zone.").max(100),
  defaultCountry: z.string().length(2, "Choose a country."),
});

export const deleteProjectInput = z.object({ name: z.string().max(500) });

export type CreateProjectInput = z.input<typeof createProjectInput>;
export type UpdateProjectInput = z.input<typeof updateProjectInput>;
