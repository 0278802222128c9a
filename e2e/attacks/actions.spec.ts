import { expect } from "@playwright/test";
import { sessionCookie } from "@/e2e/support/sign-in";
import { hasPermission, type Permission } from "@/lib/auth/permissions";
import { callAction, postAction } from "./call-action";
import { ANSWERS_TO_OWNER, ANSWERS_TO_UNKNOWN, OTHER_ACTIONS, PROJECT_ACTIONS } from "./action-rows";
import { type Door, readDoors } from "./doors";
import { test } from "@/e2e/support/quiet-starwire";
import { tableContents } from "./table-contents";
import { openTarget, type Target, withUnknownIds } from "./target";

// One database and one web process for the whole file.
test.describe.configure({ mode: "default" });

const doors = readDoors();

function doorOf(name: string): Door & { permission: Permission } {
  const door = doors.find((one) => one.name === name);
  if (door?.lock?.door !== "project") throw new Error(`${name} is no project action of the build.`);
  return { ...door, permission: door.lock.permission };
}

test("every action of the build has a lock and a row", () => {
  const names = (wanted: (door: Door) => boolean) =>
    doors
      .filter(wanted)
      .map(({ name }) => name)
      .toSorted();
  expect(names(({ lock }) => lock === null)).toEqual([]);
  expect(names(({ lock }) => lock?.door === "project")).toEqual(Object.keys(PROJECT_ACTIONS).toSorted());
  expect(names(({ lock }) => lock?.door !== "project")).toEqual(Object.keys(OTHER_ACTIONS).toSorted());
});

test("no project action does anything for those outside, for too low a role, or with ids of another project", async ({
  quietUrl,
}) => {
  const [{ target, members, shop }, other] = [await openTarget(), await openTarget()];
  const unknown = withUnknownIds(target);
  const cookies = {
    owner: await sessionCookie(shop.owner.userId),
    admin: await sessionCookie(members.admin.userId),
    manager: await sessionCookie(members.manager.userId),
    viewer: await sessionCookie(members.viewer.userId),
    stranger: await sessionCookie(other.shop.owner.userId),
  };
  const before = await tableContents();
  for (const [name, input] of Object.entries(PROJECT_ACTIONS)) {
    const { permission, ...door } = doorOf(name);
    const call = (who: keyof typeof cookies | null, slug: string, of: Target) =>
      callAction(door, { url: quietUrl, cookie: who && cookies[who], args: [slug, input(of)] });
    const expected: [who: string, answer: string, Promise<string>][] = [
      ["signed out", "signed_out", call(null, target.slug, target)],
      ["a stranger", "not_found", call("stranger", target.slug, target)],
      ["in no project", "not_found", call("stranger", "no-such-project", target)],
    ];
    for (const role of ["admin", "manager", "viewer"] as const)
      if (!hasPermission(role, permission))
        expected.push([role, "forbidden", call(role, target.slug, target)]);
    const toUnknown = ANSWERS_TO_UNKNOWN[name] ?? "not_found";
    if (JSON.stringify(input(target)) !== JSON.stringify(input(unknown)))
      expected.push(
        ["foreign ids", toUnknown, call("owner", target.slug, { ...other.target, slug: target.slug })],
        ["unknown ids", toUnknown, call("owner", target.slug, unknown)],
      );
    const answers = await Promise.all(expected.map(async ([who, , answer]) => [name, who, await answer]));
    expect(answers).toEqual(expected.map(([who, answer]) => [name, who, answer]));
  }
  expect(await tableContents()).toEqual(before);
});

test("the same calls work for somebody who may, so the refusals above are no accident", async ({
  quietUrl,
}) => {
  const calls = Object.entries(PROJECT_ACTIONS).map(async ([name, input]) => {
    const { shop, target } = await openTarget();
    const cookie = await sessionCookie(shop.owner.userId);
    return [
      name,
      await callAction(doorOf(name), { url: quietUrl, cookie, args: [shop.slug, input(target)] }),
    ];
  });
  expect(await Promise.all(calls)).toEqual(
    Object.keys(PROJECT_ACTIONS).map((name) => [name, ANSWERS_TO_OWNER[name] ?? "ok"]),
  );
});

test("actions outside projects refuse the signed-out, and what isn't right", async ({ quietUrl }) => {
  const { members } = await openTarget();
  const cookies = { signedOut: null, viewer: await sessionCookie(members.viewer.userId) };
  // Tries are counted, right or wrong.
  const before = await tableContents(["rate_limit"]);
  for (const [name, { form, input, ...expected }] of Object.entries(OTHER_ACTIONS)) {
    const door = doors.find((one) => one.name === name);
    if (!door) throw new Error(`${name} isn't in the build.`);
    for (const who of ["signedOut", "viewer"] as const) {
      const args = form ? [{}, formOf(form)] : input === undefined ? [] : [input];
      const answer = await callAction(door, { url: quietUrl, cookie: cookies[who], args });
      expect([name, who, answer]).toEqual([name, who, expected[who]]);
    }
  }
  expect(await tableContents(["rate_limit"])).toEqual(before);
});

test("no action reads over 256 KB, or what another site sent", async ({ quietUrl }) => {
  const { shop, target } = await openTarget();
  const cookie = await sessionCookie(shop.owner.userId);
  const before = await tableContents();
  const attacks: [headers: Record<string, string>, more: string, status: number, code: string][] = [
    [{}, "x".repeat(257 * 1024), 413, "payload_too_large"],
    [{ origin: "https://evil.example" }, "", 403, "foreign_origin"],
    [{ "sec-fetch-site": "cross-site" }, "", 403, "foreign_origin"],
    [{ "sec-fetch-site": "same-site", origin: quietUrl }, "", 403, "foreign_origin"],
  ];
  for (const door of doors) {
    const input = PROJECT_ACTIONS[door.name];
    for (const [headers, more, status, code] of attacks) {
      const formless = input ? [shop.slug, input(target), more] : [OTHER_ACTIONS[door.name]?.input, more];
      const form = OTHER_ACTIONS[door.name]?.form;
      const args = form ? [{}, formOf({ ...form, more })] : formless;
      const answer = await postAction(door, { url: quietUrl, cookie, args, headers });
      expect([door.name, answer.status, await answer.text()]).toEqual([
        door.name,
        status,
        expect.stringContaining(`"code":"${code}"`),
      ]);
    }
    // A form of another site that names the action in a field, as forms do without JavaScript.
    const answer = await fetch(quietUrl + "/sign-in", {
      method: "POST",
      headers: { cookie, origin: "https://evil.example" },
      body: formOf({ [`$ACTION_ID_${door.id}`]: "" }),
    });
    expect([door.name, answer.status]).toEqual([door.name, 403]);
  }
  expect(await tableContents()).toEqual(before);
});

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}
