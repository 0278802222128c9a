"use client";

import { usePathname } from "next/navigation";
import { navItems } from "@/components/layout/nav-items";
import { NavLink } from "@/components/layout/nav-link";
import type { Access } from "@/lib/auth/access";

/** The sidebar's pages; those of Settings stand under it while one of them is open. */
export function MainNav({ slug, role }: { slug: string; role: Access["role"] }) {
  const pathname = usePathname();
  return (
    <nav aria-label="Main">
      <ul className="flex flex-col gap-0.5">
        {navItems(slug, role).map(({ label, href, icon: Icon, within, pages }) => (
          <li key={label}>
            <NavLink
              href={href}
              within={within}
              className={pages.length > 0 ? "aria-[current=page]:bg-transparent" : ""}
            >
              <Icon aria-hidden />
              {label}
            </NavLink>
            {pages.length > 0 && pathname.startsWith(`${within}/`) && (
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
