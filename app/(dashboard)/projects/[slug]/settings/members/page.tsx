import { answeredPage } from "@/app/_pages/answered-page";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { MembersScreen } from "@/components/members/members-screen";
import { createQueryClient } from "@/components/layout/create-query-client";
import { requirePageAccess } from "@/lib/auth/session";
import { membersQuery } from "@/lib/members/query-options";
import { rolesToGive } from "@/lib/members/role-rules";
import { paths } from "@/lib/paths";

async function MembersPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const access = await requirePageAccess(slug, "manage_members", paths.settingsMembers(slug));
  const queryClient = createQueryClient();
  await queryClient.prefetchQuery(membersQuery(slug));
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <MembersScreen slug={slug} userId={access.userId} rolesToGive={rolesToGive(access.role)} />
    </HydrationBoundary>
  );
}

const { Answer, generateMetadata } = answeredPage("Members", MembersPage);
export { Answer as default, generateMetadata };
