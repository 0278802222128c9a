"use client";

import Link, { useLinkStatus } from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

type NavLinkProps = {
  href: string;
  /** Pages below this path belong to the link too. */
  within?: string;
  className?: string;
  children: ReactNode;
};

/** A link of a navigation: marked as the current page, and while its page is on its way. */
export function NavLink({ href, within = href, className, children }: NavLinkProps) {
  const pathname = usePathname();
  const isPage = pathname === href;
  const isWithin = isPage || pathname.startsWith(`${within}/`);
  return (
    <Link
      href={href}
      aria-current={isPage ? "page" : isWithin ? "true" : undefined}
      className={cn(
        "group relative flex h-8 items-center gap-2.5 rounded-md px-2 text-sm text-muted-foreground transition-colors hover:bg-hover hover:text-foreground aria-[current=page]:bg-hover aria-[current=page]:font-medium aria-[current=page]:text-foreground aria-[current=true]:font-medium aria-[current=true]:text-foreground pointer-coarse:h-10 [&_svg]:size-4 [&_svg]:shrink-0",
        className,
      )}
    >
      {children}
      <PendingDot />
    </Link>
  );
}

function PendingDot() {
  const { pending } = useLinkStatus();
  return (
    <span
      aria-hidden
      className={cn(
        "absolute right-2 size-1.5 rounded-full bg-primary opacity-0 transition-opacity delay-150",
        pending && "animate-pulse opacity-100",
      )}
    />
  );
}
