import type { Role } from "@/lib/db/generated/enums";

/** Who acts in which project. Every query and command takes it first and puts `projectId` in its `where`. */
export type Access = {
  userId: string;
  userName: string;
  projectId: string;
  projectSlug: string;
  role: Role;
  /** The key a program acts with; then `userId` is the key's id. */
  apiKey?: { id: string; name: string };
};
