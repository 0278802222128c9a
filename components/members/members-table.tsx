"use client";

import { MemberRow } from "@/components/members/member-row";
import type { Role } from "@/components/members/role-text";
import { Table, TableBody, TableHead, TableHeader } from "@/components/ui/table";
import type { MemberItem } from "@/lib/members/queries";

type MembersTableProps = { slug: string; userId: string; rolesToGive: Role[]; members: MemberItem[] };

export function MembersTable({ slug, userId, rolesToGive, members }: MembersTableProps) {
  return (
    <Table label="Members">
      <TableHead>
        <TableHeader>Name</TableHeader>
        <TableHeader>Role</TableHeader>
        <TableHeader className="hidden sm:table-cell">Joined</TableHeader>
        <TableHeader>
          <span className="sr-only">Actions</span>
        </TableHeader>
      </TableHead>
      <TableBody>
        {members.map((member) => (
          <MemberRow
            key={member.userId}
            slug={slug}
            member={member}
            isSelf={member.userId === userId}
            rolesToGive={rolesToGive}
          />
        ))}
      </TableBody>
    </Table>
  );
}
