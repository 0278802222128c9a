import { expect, test } from "vitest";
import { canTouch, rolesToGive } from "@/lib/members/role-rules";

test.each([
  ["owner", ["owner", "admin", "manager", "viewer"]],
  ["admin", ["admin", "manager", "viewer"]],
  ["manager", []],
  ["viewer", []],
] as const)("%s gives, changes and removes %s", (actor, roles) => {
  expect(rolesToGive(actor)).toEqual(roles);
  for (const role of ["owner", "admin", "manager", "viewer"] as const)
    expect(canTouch(actor, role)).toBe(roles.some((each) => each === role));
});
