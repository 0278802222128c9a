import type { ReactNode } from "react";
import { MobileMenu } from "@/components/layout/mobile-menu";
import { RememberProject } from "@/components/layout/remember-project";
import { Sidebar, type SidebarProps } from "@/components/layout/sidebar";
import { SkipLink } from "@/components/layout/skip-link";

type AppShellProps = SidebarProps & {
  /** Stands above every page when something needs somebody. */
  banner: ReactNode;
  children: ReactNode;
};

/** The frame of every page of a project. */
export function AppShell({ children, banner, ...sidebar }: AppShellProps) {
  const name = sidebar.projects.find((project) => project.slug === sidebar.slug)?.name;
  return (
    <div className="md:flex">
      <SkipLink />
      <RememberProject slug={sidebar.slug} />
      <aside className="sticky top-0 hidden h-dvh w-60 shrink-0 border-r bg-sidebar md:block">
        <Sidebar {...sidebar} />
      </aside>
      <header className="sticky top-0 z-30 flex h-14 items-center gap-3 border-b bg-background px-4 md:hidden">
        <MobileMenu {...sidebar} />
        <span className="min-w-0 truncate text-sm font-semibold" dir="auto">
          {name}
        </span>
      </header>
      <main id="content" tabIndex={-1} className="min-w-0 flex-1 outline-hidden">
        {banner}
        <div className="mx-auto w-full max-w-5xl px-4 py-6 sm:px-8 sm:py-8">{children}</div>
      </main>
    </div>
  );
}
