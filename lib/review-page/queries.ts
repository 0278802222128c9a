import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import type { ReviewPage } from "@/lib/db/generated/client";
import { DEFAULT_PAGE_SETTINGS, type PageSettings, readPublicLinks } from "@/lib/review-page/page-settings";
import type { SnapshotProject } from "@/lib/reviews/review-snapshot";

export type PublicPage = { project: SnapshotProject; page: PageSettings };

/** The public review page of a project, or null when there is no such project. */
export async function findPublicPage(slug: string): Promise<PublicPage | null> {
  const found = await db.project.findUnique({
    where: { slug },
    select: { id: true, name: true, slug: true, reviewPage: true },
  });
  if (!found) return null;
  const { reviewPage, ...project } = found;
  return { project, page: toPageSettings(reviewPage) };
}

/** A stored page as settings; a project without one has the defaults. */
export function toPageSettings(stored: ReviewPage | null): PageSettings {
  if (!stored) return DEFAULT_PAGE_SETTINGS;
  const { projectId: _projectId, links, ...settings } = stored;
  return { ...settings, links: readPublicLinks(links) };
}

/** A review that a visitor of the public page made, or null. */
export async function findPublicReview(projectId: string, id: string) {
  return db.review.findFirst({
    where: { id, projectId, origin: "public" },
    select: { id: true, score: true, body: true, reviewerName: true, reviewerEmail: true },
  });
}

/** What Settings > Review page shows, and the project's name for its preview. */
export async function getPageSettings(
  access: Access,
): Promise<{ projectName: string; settings: PageSettings }> {
  const project = await db.project.findUniqueOrThrow({
    where: { id: access.projectId },
    select: { name: true, reviewPage: true },
  });
  return { projectName: project.name, settings: toPageSettings(project.reviewPage) };
}
