import type { Metadata } from "next";
import { MessagePage } from "@/components/layout/message-page";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "Not allowed" };

export default function Forbidden() {
  return (
    <main>
      <MessagePage
        title="You can't open this page"
        actions={<LinkButton href={paths.home()}>Go to Starwire</LinkButton>}
      >
        <p>Your role doesn&apos;t allow it.</p>
      </MessagePage>
    </main>
  );
}
