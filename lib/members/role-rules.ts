import type { Role } from "@/lib/db/generated/enums";
import { hasPermission } from "@/lib/auth/permissions";

/** Roles somebody of this role may give: admins all but owner. */
export function rolesToGive(actor: Role): Role[] {
  if (hasPermission(actor, "manage_owners")) return ["owner", "admin", "manager", "viewer"];
  return hasPermission(actor, "manage_members") ? ["admin", "manager", "viewer"] : [];
}

/** True when somebody of this role may change or remove a member of that role: admins all but owners. */
export function canTouch(actor: Role, member: Role): boolean {
  return rolesToGive(actor).includes(member);
}
