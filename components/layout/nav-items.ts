import { LayoutDashboard, Mail, Settings, Star, Users, type LucideIcon } from "lucide-react";
import type { Access } from "@/lib/auth/access";
import { hasPermission } from "@/lib/auth/permissions";
import { paths } from "@/lib/paths";

export type NavItem = { label: string; href: string; icon: LucideIcon; within: string; pages: NavPage[] };
export type NavPage = { label: string; href: string };

/** What the sidebar lists for this role: only pages that work, and only those that open. */
export function navItems(slug: string, role: Access["role"], hasOutbox: boolean): NavItem[] {
  const settings = settingsPages(slug, role);
  const first = settings[0];
  return [
    item("Overview", paths.overview(slug), LayoutDashboard),
    item("Reviews", paths.reviews(slug), Star),
    {
      ...item("Messages", paths.messages(slug), Mail),
      pages: hasOutbox && hasPermission(role, "ask") ? [{ label: "Outbox", href: paths.outbox(slug) }] : [],
    },
    item("Customers", paths.customers(slug), Users),
    ...(first
      ? [{ ...item("Settings", first.href, Settings), within: paths.settingsRoot(slug), pages: settings }]
      : []),
  ];
}

/** The pages of Settings this role may open. */
export function settingsPages(slug: string, role: Access["role"]): NavPage[] {
  return [
    ...(hasPermission(role, "manage_settings")
      ? [
          { label: "General", href: paths.settings(slug) },
          { label: "Review page", href: paths.settingsReviewPage(slug) },
          { label: "Messages", href: paths.settingsMessages(slug) },
        ]
      : []),
    ...(hasPermission(role, "manage_members")
      ? [{ label: "Members", href: paths.settingsMembers(slug) }]
      : []),
    ...(hasPermission(role, "manage_api") ? [{ label: "API", href: paths.settingsApi(slug) }] : []),
    ...(hasPermission(role, "read_audit_log")
      ? [{ label: "Audit log", href: paths.settingsAuditLog(slug) }]
      : []),
  ];
}

function item(label: string, href: string, icon: LucideIcon): NavItem {
  return { label, href, icon, within: href, pages: [] };
}
