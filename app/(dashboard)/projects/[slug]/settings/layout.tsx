import type { ReactNode } from "react";
import { SettingsNav } from "@/components/layout/settings-nav";
import { findAccess } from "@/lib/auth/session";

type SettingsLayoutProps = { children: ReactNode; params: Promise<{ slug: string }> };

export default async function SettingsLayout({ children, params }: SettingsLayoutProps) {
  const access = await findAccess((await params).slug);
  return (
    <>
      {access && <SettingsNav slug={access.projectSlug} role={access.role} />}
      {children}
    </>
  );
}
