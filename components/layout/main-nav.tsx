"use client";

import { usePathname } from "next/navigation";
import { navItems } from "@/components/layout/nav-items";
import { NavLink } from "@/components/layout/nav-link";
import type { Access } from "@/lib/auth/access";

type MainNavProps = {
  slug: string;
  role: Access["role"];
  /** Messages of some channel stay on this server. */
  hasOutbox: boolean;
};

/** The sidebar's pages; those of Settings and Messages stand under them while one of them is open. */
export function MainNav({ slug, role, hasOutbox }: MainNavProps) {
  const pathname = usePathname();
  return (
    <nav aria-label="Main">
      <ul className="flex flex-col gap-0.5">
        {navItems(slug, role, hasOutbox).map(({ label, href, icon: Icon, within, pages }) => (
          <li key={label}>
            <NavLink
              href={href}
              within={within}
              className={pages.some((page) => page.href === href) ? "aria-[current=page]:bg-transparent" : ""}
            >
              <Icon aria-hidden />
              {label}
            </NavLink>
            {pages.length > 0 && `${pathname}/`.startsWith(`${within}/`) && (
              <ul className="mt-0.5 ml-4 flex flex-col gap-0.5 border-l pl-2">
                {pages.map((page) => (
                  <li key={page.href}>
                    <NavLink href={page.href}>{page.label}</NavLink>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
