import { beforeEach, expect, test } from "vitest";
import { createUser } from "@/lib/auth/accounts";
import type { Access } from "@/lib/auth/access";
import { checkPassword } from "@/lib/auth/check-password";
import { db } from "@/lib/db/client";
import type { Role } from "@/lib/db/generated/enums";
import { acceptInvitation, joinAsUser } from "@/lib/members/accept-invitation";
import { changeRole, inviteMember, removeMember, revokeInvitation } from "@/lib/members/commands";
import { findInvitation, listInvitations, listMembers } from "@/lib/members/queries";
import { createProject } from "@/lib/projects/commands";
import { createTestDatabase } from "@/prisma/testing/test-database";

await createTestDatabase();

let count = 0;
let owner: Access;

async function newUser(): Promise<string> {
  count += 1;
  const name = `Person ${count}`;
  return (await createUser({ email: `person-${count}@example.com`, name, password: "a long enough one" })).id;
}

async function addMember(role: Role): Promise<Access> {
  const userId = await newUser();
  await db.member.create({ data: { projectId: owner.projectId, userId, role } });
  return { ...owner, userId, role };
}

beforeEach(async () => {
  const userId = await newUser();
  const project = await createProject(userId, { name: "Riverside Bakery" });
  owner = { userId, userName: "Owner", projectId: project.id, projectSlug: project.slug, role: "owner" };
});

test("an invitation makes an account and a member, and works once under concurrency", async () => {
  const email = `new-${count}@example.com`;
  const { token } = await inviteMember(owner, { email, role: "manager" });
  expect(await findInvitation(token)).toMatchObject({ email, role: "manager", hasAccount: false });

  const given = { name: "<b>Zoë</b> 🥐", password: "chosen by herself" };
  const joins = await Promise.allSettled(Array.from({ length: 4 }, () => acceptInvitation(token, given)));
  expect(joins.filter((join) => join.status === "fulfilled")).toHaveLength(1);
  expect(await findInvitation(token)).toBeNull();
  expect(await listInvitations(owner)).toEqual([]);
  const joined = (await listMembers(owner)).find((member) => member.email === email);
  expect(joined).toMatchObject({ name: "<b>Zoë</b> 🥐", role: "manager" });
  await expect(checkPassword({ email, password: "chosen by herself" }, "x")).resolves.toEqual({
    id: joined?.userId,
  });
});

test("somebody signed in joins with the account they have", async () => {
  const userId = await newUser();
  const { token } = await inviteMember(owner, { email: `other-${count}@example.com`, role: "viewer" });
  await expect(joinAsUser(token, userId)).resolves.toEqual({ projectSlug: owner.projectSlug });
  await expect(joinAsUser(token, await newUser())).rejects.toMatchObject({ code: "not_found" });
  expect((await listMembers(owner)).map((member) => member.userId)).toEqual([owner.userId, userId]);
});

test("a refused account leaves the invitation as it was", async () => {
  const taken = await db.user.findUniqueOrThrow({ where: { id: await newUser() } });
  const { token } = await inviteMember(owner, { email: taken.email, role: "viewer" });
  expect(await findInvitation(token)).toMatchObject({ hasAccount: true });
  await expect(
    acceptInvitation(token, { name: "Mallory", password: "a long enough one" }),
  ).rejects.toMatchObject({ code: "conflict" });
  await expect(joinAsUser(token, taken.id)).resolves.toBeDefined();
});

test("an invitation ends when revoked, replaced, expired", async () => {
  const email = `gone-${count}@example.com`;
  const first = await inviteMember(owner, { email, role: "viewer" });
  const second = await inviteMember(owner, { email, role: "admin" });
  expect(await findInvitation(first.token)).toBeNull();
  const [open, ...rest] = await listInvitations(owner);
  expect(rest).toEqual([]);
  expect(open).toMatchObject({ email, role: "admin" });
  await db.signInLink.updateMany({ where: { id: open?.id ?? "" }, data: { expiresAt: new Date(0) } });
  await expect(joinAsUser(second.token, owner.userId)).rejects.toMatchObject({ code: "not_found" });

  const third = await inviteMember(owner, { email, role: "viewer" });
  const id = (await listInvitations(owner))[0]?.id ?? "";
  await revokeInvitation(owner, { id });
  expect(await findInvitation(third.token)).toBeNull();
  await expect(revokeInvitation(owner, { id })).rejects.toMatchObject({ code: "not_found" });
});

test("an admin can't invite, make, change or remove owners", async () => {
  const admin = await addMember("admin");
  const viewer = await addMember("viewer");
  const refused = { code: "forbidden" };
  await expect(inviteMember(admin, { email: "o@example.com", role: "owner" })).rejects.toMatchObject(refused);
  await expect(changeRole(admin, { userId: viewer.userId, role: "owner" })).rejects.toMatchObject(refused);
  await expect(changeRole(admin, { userId: owner.userId, role: "viewer" })).rejects.toMatchObject(refused);
  await expect(removeMember(admin, { userId: owner.userId })).rejects.toMatchObject(refused);
  await changeRole(admin, { userId: viewer.userId, role: "manager" });
  await removeMember(admin, { userId: viewer.userId });
  expect((await listMembers(owner)).map((member) => member.role)).toEqual(["owner", "admin"]);
});

test("managers and viewers reach nobody", async () => {
  const manager = await addMember("manager");
  const viewer = await addMember("viewer");
  for (const access of [manager, viewer]) {
    await expect(removeMember(access, { userId: viewer.userId })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(inviteMember(access, { email: "a@example.com", role: "viewer" })).rejects.toMatchObject({
      code: "forbidden",
    });
  }
});

test("the last owner stays, also when two owners leave at the same moment", async () => {
  await expect(removeMember(owner, { userId: owner.userId })).rejects.toMatchObject({ code: "conflict" });
  await expect(changeRole(owner, { userId: owner.userId, role: "admin" })).rejects.toMatchObject({
    code: "conflict",
  });
  const second = await addMember("owner");
  const results = await Promise.allSettled([
    removeMember(owner, { userId: second.userId }),
    changeRole(second, { userId: owner.userId, role: "viewer" }),
    changeRole(second, { userId: second.userId, role: "admin" }),
  ]);
  expect(results.some((result) => result.status === "fulfilled")).toBe(true);
  expect((await listMembers(owner)).filter((member) => member.role === "owner")).toHaveLength(1);
});

test("who was demoted a moment ago acts no more", async () => {
  const admin = await addMember("admin");
  const viewer = await addMember("viewer");
  await changeRole(owner, { userId: admin.userId, role: "viewer" });
  await expect(removeMember(admin, { userId: viewer.userId })).rejects.toMatchObject({ code: "forbidden" });
});

test("a foreign project's members and invitations are out of reach", async () => {
  const outsiderId = await newUser();
  const foreign = await createProject(outsiderId, { name: "Elsewhere" });
  const outsider: Access = { ...owner, userId: outsiderId, projectId: foreign.id, projectSlug: foreign.slug };
  await inviteMember(owner, { email: "open@example.com", role: "viewer" });
  const id = (await listInvitations(owner))[0]?.id ?? "";
  const unknown = { code: "not_found" };
  await expect(revokeInvitation(outsider, { id })).rejects.toMatchObject(unknown);
  await expect(removeMember(outsider, { userId: owner.userId })).rejects.toMatchObject(unknown);
  await expect(changeRole(outsider, { userId: owner.userId, role: "viewer" })).rejects.toMatchObject(unknown);
  expect(await listInvitations(outsider)).toEqual([]);
});
