import { NavLink } from "@/components/layout/nav-link";
import { settingsPages } from "@/components/layout/nav-items";
import type { Access } from "@/lib/auth/access";

/** The pages of Settings on a narrow screen, where the sidebar is a menu. */
export function SettingsNav({ slug, role }: { slug: string; role: Access["role"] }) {
  return (
    <nav aria-label="Settings" className="-mx-4 -mt-3 mb-5 border-b px-4 pb-2 md:hidden">
      <ul className="flex flex-wrap gap-1">
        {settingsPages(slug, role).map((page) => (
          <li key={page.href}>
            <NavLink href={page.href} className="whitespace-nowrap">
              {page.label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
