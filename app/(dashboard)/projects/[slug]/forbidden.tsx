import type { Metadata } from "next";
import { MessagePage } from "@/components/layout/message-page";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "Not allowed" };

export default function ProjectForbidden() {
  return (
    <MessagePage
      title="Your role doesn't allow this"
      actions={<LinkButton href={paths.home()}>Go to Overview</LinkButton>}
    >
      <p>Ask an owner or an admin of this project, if you need this page.</p>
    </MessagePage>
  );
}
