"use client";

import { useQuery } from "@tanstack/react-query";
import { LoadFailure } from "@/components/forms/load-failure";
import { AddMemberDialog } from "@/components/members/add-member-dialog";
import { InvitationsTable } from "@/components/members/invitations-table";
import { MembersTable } from "@/components/members/members-table";
import type { Role } from "@/components/members/role-text";
import { PageHeader } from "@/components/ui/page-header";
import { SkeletonRows } from "@/components/ui/skeleton";
import { membersQuery } from "@/lib/members/query-options";

type MembersScreenProps = { slug: string; userId: string; rolesToGive: Role[] };

/** Settings > Members. */
export function MembersScreen({ slug, userId, rolesToGive }: MembersScreenProps) {
  const query = useQuery(membersQuery(slug));
  return (
    <>
      <PageHeader
        title="Members"
        description="Who works in this project. Everybody added gets a one-time link from you."
        actions={<AddMemberDialog slug={slug} rolesToGive={rolesToGive} />}
      />
      <LoadFailure query={query} className="mb-4" />
      {query.isPending && <SkeletonRows rows={3} />}
      {query.data && (
        <div className="flex flex-col gap-8">
          <MembersTable slug={slug} userId={userId} rolesToGive={rolesToGive} members={query.data.members} />
          {query.data.invitations.length > 0 && (
            <InvitationsTable slug={slug} invitations={query.data.invitations} />
          )}
        </div>
      )}
    </>
  );
}
