import type { Permission } from "@/lib/auth/permissions";

/** Whom an action lets in: members with a permission, whoever is signed in, or anybody. */
export type ActionLock = { door: "project"; permission: Permission } | { door: "user" } | { door: "public" };

const locks = new WeakMap<object, ActionLock>();

/** Notes the lock that stands before an action, so that an attack on every door knows what it must answer. */
export function withLock<Action extends object>(lock: ActionLock, action: Action): Action {
  locks.set(action, lock);
  return action;
}

/** The lock of an action; undefined for one that was made without a door. */
export function lockOf(action: object): ActionLock | undefined {
  return locks.get(action);
}
