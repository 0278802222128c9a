import type { Metadata } from "next";
import { connection } from "next/server";
import { ApiReference } from "@/components/api-reference/api-reference";
import { TextLink } from "@/components/ui/text-link";
import { readDocument } from "@/lib/api/reference/read-document";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "API reference" };

/** For everybody, like the document that it shows: neither holds data. The addresses are this installation's. */
export default async function ReferencePage() {
  await connection();
  return (
    <>
      <h1 className="text-2xl font-semibold tracking-tight">API reference</h1>
      <p className="mt-2 mb-6 max-w-3xl text-sm text-muted-foreground">
        Derived from <TextLink href={paths.openApi()}>the OpenAPI 3.1 document</TextLink>, which also
        generates clients. Keys are made under Settings &gt; API. How to receive webhooks stands in{" "}
        <TextLink href={paths.guide()}>the receiver's guide</TextLink>.
      </p>
      <ApiReference {...readDocument()} />
    </>
  );
}
