import type { Access } from "@/lib/auth/access";

export type Role = Access["role"];

/** Each role's name and what it may do, in a line. */
export const roleText: Record<Role, { name: string; may: string }> = {
  owner: { name: "Owner", may: "Everything, deleting the project included" },
  admin: { name: "Admin", may: "Everything but owners and deleting the project" },
  manager: { name: "Manager", may: "Asks for reviews, edits reviews and customers" },
  viewer: { name: "Viewer", may: "Reads" },
};
