import type { Role } from "@/lib/db/generated/enums";

/** The one table of who may do what in a project (product.md, "Words and roles"). */
const ROLES_OF = {
  read: ["owner", "admin", "manager", "viewer"],
  ask: ["owner", "admin", "manager"],
  /** Send SMS in quiet hours, send a failed message again, remove a message. */
  override_messages: ["owner", "admin"],
  edit_reviews: ["owner", "admin", "manager"],
  edit_customers: ["owner", "admin", "manager"],
  delete_reviews: ["owner", "admin"],
  erase_customers: ["owner", "admin"],
  manage_settings: ["owner", "admin"],
  manage_api: ["owner", "admin"],
  read_audit_log: ["owner", "admin"],
  manage_members: ["owner", "admin"],
  manage_owners: ["owner"],
  delete_project: ["owner"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof ROLES_OF;

/** True when the role holds the permission; an unknown pair is refused. */
export function hasPermission(role: Role, permission: Permission): boolean {
  const roles: readonly Role[] = ROLES_OF[permission];
  return roles.includes(role);
}
