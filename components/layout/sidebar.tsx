import { AccountButton } from "@/components/layout/account-button";
import type { MenuUser } from "@/components/layout/account-menu";
import { MainNav } from "@/components/layout/main-nav";
import { ProjectSwitcher } from "@/components/layout/project-switcher";
import type { Access } from "@/lib/auth/access";
import type { ProjectItem } from "@/lib/projects/queries";

export type SidebarProps = {
  user: MenuUser;
  projects: ProjectItem[];
  slug: string;
  role: Access["role"];
  hasOutbox: boolean;
};

/** What stands left of every page of a project, and in the menu of a narrow screen. */
export function Sidebar({ user, projects, slug, role, hasOutbox }: SidebarProps) {
  return (
    <div className="flex h-full flex-col gap-4 p-3">
      <ProjectSwitcher projects={projects} slug={slug} />
      <div className="-mx-1 min-h-0 flex-1 overflow-y-auto px-1 py-0.5">
        <MainNav slug={slug} role={role} hasOutbox={hasOutbox} />
      </div>
      <AccountButton user={user} side="top" />
    </div>
  );
}
