import type { ReactNode } from "react";
import { AppShell } from "@/components/layout/app-shell";
import { findAccess, getUser } from "@/lib/auth/session";
import { listProjects } from "@/lib/projects/queries";

type ProjectLayoutProps = { children: ReactNode; params: Promise<{ slug: string }> };

/** The frame. Access is each page's own lock: without it the page answers, alone. */
export default async function ProjectLayout({ children, params }: ProjectLayoutProps) {
  const { slug } = await params;
  const user = await getUser();
  const access = await findAccess(slug);
  if (!user || !access) return children;
  return (
    <AppShell user={user} projects={await listProjects(user.id)} slug={slug} role={access.role}>
      {children}
    </AppShell>
  );
}
