import type { Metadata } from "next";
import { MessagePage } from "@/components/layout/message-page";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "Not found" };

export default function ProjectNotFound() {
  return (
    <MessagePage title="Not found" actions={<LinkButton href={paths.home()}>Go to your projects</LinkButton>}>
      <p>This doesn&apos;t exist, or not in a project of yours.</p>
    </MessagePage>
  );
}
