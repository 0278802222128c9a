import type { ReactNode } from "react";
import { Logo } from "@/components/layout/logo";
import { SkipLink } from "@/components/layout/skip-link";
import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/paths";

/** Pages for everybody, signed in or not: they hold no data. */
export default function DocsLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SkipLink />
      <header className="flex h-14 items-center justify-between gap-4 border-b bg-sidebar px-4 sm:px-6">
        <TextLink href={paths.home()} className="flex text-foreground no-underline">
          <Logo />
        </TextLink>
        <nav aria-label="Documents" className="flex gap-4 text-sm">
          <TextLink href={paths.guide()}>Receiver's guide</TextLink>
          <TextLink href={paths.apiReference()}>API reference</TextLink>
        </nav>
      </header>
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-6xl px-4 py-8 outline-hidden sm:px-8">
        {children}
      </main>
    </>
  );
}
