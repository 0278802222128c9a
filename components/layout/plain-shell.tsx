import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { AccountButton } from "@/components/layout/account-button";
import type { MenuUser } from "@/components/layout/account-menu";
import { Logo } from "@/components/layout/logo";
import { SkipLink } from "@/components/layout/skip-link";
import { paths } from "@/lib/paths";

/** The frame of pages that belong to no project. */
export function PlainShell({ user, children }: { user: MenuUser; children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="flex h-14 items-center justify-between gap-4 border-b bg-sidebar px-4 sm:px-6">
        <Link href={paths.home()} className="group flex items-center gap-3 rounded-md">
          <Logo />
          <span className="flex items-center gap-0.5 text-[0.8125rem] text-muted-foreground group-hover:text-foreground">
            <ChevronLeft aria-hidden className="size-4" />
            <span>
              Back<span className="max-sm:sr-only"> to the project</span>
            </span>
          </span>
        </Link>
        <div className="max-w-48 min-w-0">
          <AccountButton user={user} side="bottom" />
        </div>
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-5xl flex-1 px-4 py-8 outline-hidden sm:px-8"
      >
        {children}
      </main>
    </div>
  );
}
