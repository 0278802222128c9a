"use server";

import { z } from "zod";
import { projectAction } from "@/lib/actions/project-action";
import { changeRole, inviteMember, removeMember, revokeInvitation } from "@/lib/members/commands";
import { listInvitations, listMembers } from "@/lib/members/queries";
import {
  changeRoleInput,
  inviteMemberInput,
  removeMemberInput,
  revokeInvitationInput,
} from "@/lib/members/schema";
import { paths } from "@/lib/paths";

const permission = "manage_members";

export const listMembersAction = projectAction({ permission, input: z.null() }, async (access) => ({
  members: await listMembers(access),
  invitations: await listInvitations(access),
}));

export const inviteMemberAction = projectAction(
  { permission, input: inviteMemberInput },
  async (access, input) => {
    const { token, expiresAt } = await inviteMember(access, input);
    return { path: paths.invitation(token), expiresAt };
  },
);

export const revokeInvitationAction = projectAction(
  { permission, input: revokeInvitationInput },
  revokeInvitation,
);

export const changeRoleAction = projectAction({ permission, input: changeRoleInput }, changeRole);

export const removeMemberAction = projectAction({ permission, input: removeMemberInput }, removeMember);
