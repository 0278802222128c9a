import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { requireUser } from "@/lib/auth/session";
import { paths } from "@/lib/paths";
import { lastProjectCookie } from "@/lib/projects/last-project";
import { listProjects } from "@/lib/projects/queries";

export default async function HomePage() {
  const user = await requireUser(paths.home());
  const projects = await listProjects(user.id);
  const wished = (await cookies()).get(lastProjectCookie)?.value;
  const project = projects.find(({ slug }) => slug === wished) ?? projects[0];
  redirect(project ? paths.overview(project.slug) : paths.newProject());
}
