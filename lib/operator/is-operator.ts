import { db } from "@/lib/db/client";

/** True for the installation's first user, who set it up: they see the machinery of all projects. */
export async function isOperator(userId: string): Promise<boolean> {
  const first = await db.user.findFirst({
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  return first?.id === userId;
}
