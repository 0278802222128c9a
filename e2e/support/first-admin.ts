import { expect, type Page } from "@playwright/test";
import { paths } from "@/lib/paths";
import type { ManagedServices } from "./managed-services";

/** Signs in as the first admin of an installation without projects and makes the first one. */
export async function makeFirstProject(
  page: Page,
  { appUrl, settings }: ManagedServices,
  project: { name: string; slug: string },
): Promise<void> {
  await page.goto(appUrl + paths.home());
  await page.getByLabel("E-mail").fill(settings.ADMIN_EMAIL);
  await page.getByLabel("Password").fill(settings.ADMIN_PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByLabel("Name").fill(project.name);
  await page.getByRole("button", { name: "Create project" }).click();
  await expect(page).toHaveURL(new RegExp(`${paths.overview(project.slug)}$`));
}
