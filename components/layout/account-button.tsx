"use client";

import { CircleUserRound } from "lucide-react";
import { AccountMenu, type MenuUser } from "@/components/layout/account-menu";

/** The account menu at the foot of the sidebar. */
export function AccountButton({ user, side }: { user: MenuUser; side: "top" | "bottom" }) {
  return (
    <AccountMenu
      user={user}
      side={side}
      trigger={
        <button
          type="button"
          aria-label={`Account: ${user.name}`}
          className="flex h-9 w-full min-w-0 items-center gap-2 rounded-md px-2 text-left text-sm transition-colors hover:bg-hover data-popup-open:bg-hover pointer-coarse:h-11"
        >
          <CircleUserRound aria-hidden className="size-5 shrink-0 text-muted-foreground" />
          <span className="min-w-0 flex-1 truncate" dir="auto">
            {user.name}
          </span>
        </button>
      }
    />
  );
}
