import type { z } from "zod";
import { ensureBootstrapKey } from "@/lib/api-keys/commands/ensure-bootstrap-key";
import type { Access } from "@/lib/auth/access";
import { db, type Tx } from "@/lib/db/client";
import { isUniqueViolation } from "@/lib/db/is-unique-violation";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { parseInput } from "@/lib/parse-input";
import { isCountry } from "@/lib/projects/countries";
import { createProjectInput, type CreateProjectInput, type updateProjectInput } from "@/lib/projects/schema";
import { slugOf } from "@/lib/projects/slug";
import { isTimeZone } from "@/lib/projects/time-zones";
import { settleGoneLanes } from "@/lib/webhooks/commands/settle-lane";

/**
 * Creates a project with its review page; its creator becomes the owner. An unknown time zone or country falls back to
 * the default. The first project gets the key of `BOOTSTRAP_API_KEY`.
 * @throws AppError `invalid` (field `name`)
 */
export async function createProject(
  userId: string,
  raw: CreateProjectInput & { isDemo?: boolean },
): Promise<{ id: string; slug: string }> {
  const input = parseInput(createProjectInput, raw);
  const timezone = input.timezone && isTimeZone(input.timezone) ? { timezone: input.timezone } : {};
  const country =
    input.defaultCountry && isCountry(input.defaultCountry) ? { defaultCountry: input.defaultCountry } : {};
  const project = await db.$transaction(async (tx) =>
    tx.project.create({
      data: {
        id: newId("prj"),
        name: input.name,
        slug: await freeSlug(tx, slugOf(input.name)),
        isDemo: raw.isDemo ?? false,
        ...timezone,
        ...country,
        members: { create: { userId, role: "owner" } },
        reviewPage: { create: {} },
      },
      select: { id: true, slug: true },
    }),
  );
  const { BOOTSTRAP_API_KEY } = env();
  if (BOOTSTRAP_API_KEY) await ensureBootstrapKey(BOOTSTRAP_API_KEY);
  return project;
}

/** The first of `bakery`, `bakery-2`, `bakery-3` … that no project has. Creations wait for each other here. */
async function freeSlug(tx: Tx, base: string): Promise<string> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('project-slug'))`;
  const taken = await tx.project.findMany({ where: { slug: { startsWith: base } }, select: { slug: true } });
  const slugs = new Set(taken.map((project) => project.slug));
  let slug = base;
  for (let number = 2; slugs.has(slug); number += 1) slug = `${base}-${number}`;
  return slug;
}

/**
 * Saves Settings > General.
 * @throws AppError `conflict` (field `slug`) when another project has it; `invalid` (field `timezone`, `defaultCountry`)
 */
export async function updateProject(
  access: Access,
  input: z.output<typeof updateProjectInput>,
): Promise<{ slug: string }> {
  if (!isTimeZone(input.timezone)) throw new AppError("invalid", "Choose a time zone.", "timezone");
  if (!isCountry(input.defaultCountry)) throw new AppError("invalid", "Choose a country.", "defaultCountry");
  try {
    return await db.project.update({
      where: { id: access.projectId },
      data: input,
      select: { slug: true },
    });
  } catch (error) {
    if (isUniqueViolation(error))
      throw new AppError("conflict", "Another project uses this address. Choose another one.", "slug");
    throw error;
  }
}

/**
 * Deletes a project and everything it owns. No events are recorded: the webhooks go with it, and
 * once this has returned no request of theirs begins.
 * @throws AppError `invalid` (field `name`) unless its name is given
 */
export async function deleteProject(access: Access, input: { name: string }): Promise<void> {
  const { count } = await db.project.deleteMany({
    where: { id: access.projectId, name: { in: [input.name, input.name.trim()] } },
  });
  if (count === 0) throw new AppError("invalid", "This isn't the project's name.", "name");
  await settleGoneLanes();
}
