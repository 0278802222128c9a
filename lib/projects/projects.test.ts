import { expect, test } from "vitest";
import { createUser } from "@/lib/auth/accounts";
import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { createProject, deleteProject, updateProject } from "@/lib/projects/commands";
import { getProjectSettings, listProjects } from "@/lib/projects/queries";
import { createTestDatabase } from "@/prisma/testing/test-database";

await createTestDatabase();
const { id: userId } = await createUser({
  email: "ada@example.com",
  name: "Ada",
  password: "a long enough one",
});

async function newProject(name: string): Promise<Access> {
  const { id, slug } = await createProject(userId, { name });
  return { userId, userName: "Ada", projectId: id, projectSlug: slug, role: "owner" };
}

test("its creator owns a project, and projects of one name get addresses of their own", async () => {
  const made = await Promise.all(Array.from({ length: 5 }, () => createProject(userId, { name: "Café" })));
  expect(made.map((project) => project.slug).toSorted()).toEqual([
    "cafe",
    "cafe-2",
    "cafe-3",
    "cafe-4",
    "cafe-5",
  ]);
  expect(await db.member.count({ where: { userId, role: "owner" } })).toBe(5);
  expect(await db.reviewPage.count()).toBe(5);
  expect(await listProjects(userId)).toHaveLength(5);
});

test("time zone and country of the creator's browser are taken when they exist", async () => {
  const known = await createProject(userId, { name: "A", timezone: "Europe/Zurich", defaultCountry: "CH" });
  const unknown = await createProject(userId, { name: "B", timezone: "Mars/Olympus", defaultCountry: "XX" });
  const settings = { timezone: true, defaultCountry: true };
  await expect(db.project.findUniqueOrThrow({ where: { id: known.id }, select: settings })).resolves.toEqual({
    timezone: "Europe/Zurich",
    defaultCountry: "CH",
  });
  await expect(
    db.project.findUniqueOrThrow({ where: { id: unknown.id }, select: settings }),
  ).resolves.toEqual({ timezone: "UTC", defaultCountry: "US" });
});

test("general settings are saved, or refused at their field with nothing written", async () => {
  const access = await newProject("Old name");
  await newProject("Taken");
  const input = { name: "مخبز <b>النهر</b>", slug: "river", timezone: "Asia/Dubai", defaultCountry: "AE" };
  await expect(updateProject(access, { ...input, slug: "taken" })).rejects.toMatchObject({
    code: "conflict",
    field: "slug",
  });
  await expect(updateProject(access, { ...input, timezone: "Nowhere" })).rejects.toMatchObject({
    field: "timezone",
  });
  await expect(updateProject(access, { ...input, defaultCountry: "XX" })).rejects.toMatchObject({
    field: "defaultCountry",
  });
  expect(await getProjectSettings(access)).toMatchObject({ name: "Old name", slug: "old-name" });
  await expect(updateProject(access, input)).resolves.toEqual({ slug: "river" });
  expect(await getProjectSettings(access)).toEqual(input);
});

test("a project is deleted only by its name, with everything it owns and without events", async () => {
  const access = await newProject("Short-lived");
  await expect(deleteProject(access, { name: "Something else" })).rejects.toMatchObject({ code: "invalid" });
  await deleteProject(access, { name: " Short-lived " });
  expect(await db.project.count({ where: { id: access.projectId } })).toBe(0);
  expect(await db.member.count({ where: { projectId: access.projectId } })).toBe(0);
  expect(await db.event.count()).toBe(0);
});
