"use client";

import { useState } from "react";
import { roleText } from "@/components/members/role-text";
import { useMemberMutation } from "@/components/members/use-member-mutation";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { RelativeTime } from "@/components/ui/relative-time";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { useNow } from "@/components/ui/use-now";
import { revokeInvitationAction } from "@/lib/members/actions";
import type { InvitationItem } from "@/lib/members/queries";

/** Invitations nobody has taken yet. */
export function InvitationsTable({ slug, invitations }: { slug: string; invitations: InvitationItem[] }) {
  return (
    <section>
      <h2 className="mb-2 text-sm font-semibold">Open invitations</h2>
      <Table label="Open invitations">
        <TableHead>
          <TableHeader>E-mail</TableHeader>
          <TableHeader className="hidden sm:table-cell">Role</TableHeader>
          <TableHeader>Expires</TableHeader>
          <TableHeader>
            <span className="sr-only">Actions</span>
          </TableHeader>
        </TableHead>
        <TableBody>
          {invitations.map((invitation) => (
            <InvitationRow key={invitation.id} slug={slug} invitation={invitation} />
          ))}
        </TableBody>
      </Table>
    </section>
  );
}

function InvitationRow({ slug, invitation }: { slug: string; invitation: InvitationItem }) {
  const [isAsking, setAsking] = useState(false);
  const now = useNow();
  const revoke = useMemberMutation(
    slug,
    revokeInvitationAction,
    () => `The invitation of ${invitation.email} is revoked`,
  );
  return (
    <TableRow>
      <TableCell className="max-w-36 truncate sm:max-w-80 sm:min-w-48" title={invitation.email}>
        {invitation.email}
      </TableCell>
      <TableCell className="hidden sm:table-cell">{roleText[invitation.role].name}</TableCell>
      <TableCell className="whitespace-nowrap text-muted-foreground">
        {new Date(invitation.expiresAt) < now ? (
          <Badge tone="warning">Expired</Badge>
        ) : (
          <RelativeTime date={invitation.expiresAt} />
        )}
      </TableCell>
      <TableCell className="w-0 text-right">
        <Button
          size="sm"
          variant="ghost"
          aria-label={`Revoke the invitation of ${invitation.email}`}
          onClick={() => setAsking(true)}
        >
          Revoke
        </Button>
        <ConfirmDialog
          open={isAsking}
          onOpenChange={setAsking}
          title={`Revoke the invitation of ${invitation.email}?`}
          confirmLabel="Revoke invitation"
          destructive
          pending={revoke.isPending}
          onConfirm={() => revoke.mutate({ id: invitation.id }, { onSettled: () => setAsking(false) })}
        >
          <p>Its link stops working.</p>
        </ConfirmDialog>
      </TableCell>
    </TableRow>
  );
}
