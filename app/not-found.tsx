import type { Metadata } from "next";
import { MessagePage } from "@/components/layout/message-page";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main>
      <MessagePage title="Not found" actions={<LinkButton href={paths.home()}>Go to Starwire</LinkButton>}>
        <p>There is no page at this address.</p>
      </MessagePage>
    </main>
  );
}
