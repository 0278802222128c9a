"use client";

import { Ellipsis } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useMemberMutation } from "@/components/members/use-member-mutation";
import { roleText, type Role } from "@/components/members/role-text";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuChoice, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from "@/components/ui/menu";
import { RelativeTime } from "@/components/ui/relative-time";
import { TableCell, TableRow } from "@/components/ui/table";
import { changeRoleAction, removeMemberAction } from "@/lib/members/actions";
import type { MemberItem } from "@/lib/members/queries";

type MemberRowProps = { slug: string; member: MemberItem; isSelf: boolean; rolesToGive: Role[] };

export function MemberRow({ slug, member, isSelf, rolesToGive }: MemberRowProps) {
  const [isRemoving, setRemoving] = useState(false);
  const change = useMemberMutation(
    slug,
    changeRoleAction,
    ({ role }) => `${member.name} is ${roleText[role].name.toLowerCase()} now`,
  );
  const remove = useMemberMutation(slug, removeMemberAction, () => `${member.name} is removed`);
  const router = useRouter();
  const canTouch = rolesToGive.includes(member.role);

  /** Who changed their own role may see less now; who left sees the project no more. */
  function readOwnAccess() {
    if (isSelf) router.refresh();
  }

  return (
    <TableRow>
      <TableCell className="max-w-40 sm:max-w-80 sm:min-w-48">
        <p className="flex gap-1 font-medium" title={member.name}>
          <bdi className="min-w-0 truncate">{member.name}</bdi>
          {isSelf && <span className="shrink-0 font-normal text-muted-foreground">(you)</span>}
        </p>
        <p className="truncate text-[0.8125rem] text-muted-foreground" title={member.email}>
          {member.email}
        </p>
      </TableCell>
      <TableCell>{roleText[member.role].name}</TableCell>
      <TableCell className="hidden whitespace-nowrap text-muted-foreground sm:table-cell">
        <RelativeTime date={member.joinedAt} />
      </TableCell>
      <TableCell className="w-0 text-right">
        {canTouch && (
          <Menu>
            <MenuTrigger
              render={
                <IconButton label={`Actions for ${member.name}`} size="icon-sm">
                  <Ellipsis />
                </IconButton>
              }
            />
            <MenuContent>
              <MenuChoice
                label="Role"
                value={member.role}
                options={rolesToGive.map((role) => ({ value: role, label: roleText[role].name }))}
                onValueChange={(role) =>
                  change.mutate({ userId: member.userId, role }, { onSuccess: readOwnAccess })
                }
              />
              <MenuSeparator />
              <MenuItem destructive onClick={() => setRemoving(true)}>
                {isSelf ? "Leave" : "Remove"}
              </MenuItem>
            </MenuContent>
          </Menu>
        )}
        <ConfirmDialog
          open={isRemoving}
          onOpenChange={setRemoving}
          title={isSelf ? "Leave this project?" : `Remove ${member.name}?`}
          confirmLabel={isSelf ? "Leave" : "Remove"}
          destructive
          pending={remove.isPending}
          onConfirm={() =>
            remove.mutate(
              { userId: member.userId },
              { onSuccess: readOwnAccess, onSettled: () => setRemoving(false) },
            )
          }
        >
          <p>
            {isSelf
              ? "You lose access at once. Somebody else has to invite you again."
              : `${member.email} loses access to this project at once. What they did stays.`}
          </p>
        </ConfirmDialog>
      </TableCell>
    </TableRow>
  );
}
