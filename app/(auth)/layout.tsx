import type { ReactNode } from "react";
import { Logo } from "@/components/layout/logo";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col items-center bg-sidebar px-4 py-10 sm:justify-center sm:pb-24">
      <header className="mb-6">
        <Logo />
      </header>
      <main className="w-full max-w-sm rounded-xl border bg-card p-6 shadow-[0_1px_3px_oklch(0.2_0.02_265/0.06)]">
        {children}
      </main>
    </div>
  );
}
