import type { ReactNode } from "react";
import { PlainShell } from "@/components/layout/plain-shell";
import { getUser } from "@/lib/auth/session";
import { isOperator } from "@/lib/operator/is-operator";

/** The frame of pages outside any project. Each page asks for the user itself. */
export default async function PlainLayout({ children }: { children: ReactNode }) {
  const user = await getUser();
  if (!user) return children;
  return <PlainShell user={{ ...user, isOperator: await isOperator(user.id) }}>{children}</PlainShell>;
}
