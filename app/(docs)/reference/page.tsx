import type { Metadata } from "next";
import { ApiReference } from "@/components/api-reference/api-reference";
import { Logo } from "@/components/layout/logo";
import { SkipLink } from "@/components/layout/skip-link";
import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "API reference" };

/** For everybody, like the document that it shows: neither holds data. */
export default function ReferencePage() {
  return (
    <>
      <SkipLink />
      <header className="flex h-14 items-center border-b bg-sidebar px-4 sm:px-6">
        <TextLink href={paths.home()} className="text-foreground no-underline">
          <Logo />
        </TextLink>
      </header>
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-6xl px-4 py-8 outline-hidden sm:px-8">
        <h1 className="text-2xl font-semibold tracking-tight">API reference</h1>
        <p className="mt-2 mb-6 text-sm text-muted-foreground">
          Derived from <TextLink href={paths.openApi()}>the OpenAPI 3.1 document</TextLink>, which also
          generates clients. Keys are made under Settings &gt; API.
        </p>
        <ApiReference documentUrl={paths.openApi()} />
      </main>
    </>
  );
}
