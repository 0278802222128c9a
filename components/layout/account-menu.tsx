"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Gauge, KeyRound, LogOut } from "lucide-react";
import { useTheme } from "next-themes";
import { useTransition, type ReactElement } from "react";
import {
  Menu,
  MenuChoice,
  MenuContent,
  MenuItem,
  MenuLink,
  MenuSeparator,
  MenuTrigger,
} from "@/components/ui/menu";
import { signOutAction } from "@/lib/auth/actions";
import type { SignedInUser } from "@/lib/auth/session";
import { paths } from "@/lib/paths";

const THEMES = [
  { value: "system", label: "As the device" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
];

/** Who is signed in; an operator sees the machinery as well. */
export type MenuUser = SignedInUser & { isOperator: boolean };

type AccountMenuProps = { user: MenuUser; side: "top" | "bottom"; trigger: ReactElement };

/** Password, theme and the way out. */
export function AccountMenu({ user, side, trigger }: AccountMenuProps) {
  const { theme, setTheme } = useTheme();
  const queryClient = useQueryClient();
  const [isLeaving, startLeaving] = useTransition();

  function leave() {
    startLeaving(async () => {
      queryClient.clear();
      await signOutAction();
    });
  }

  return (
    <Menu>
      <MenuTrigger render={trigger} />
      <MenuContent align="start" side={side} className="w-60">
        <div className="px-2 py-1.5">
          <p className="truncate text-sm font-medium" dir="auto">
            {user.name}
          </p>
          <p className="truncate text-xs text-muted-foreground">{user.email}</p>
        </div>
        <MenuSeparator />
        <MenuLink href={paths.account()}>
          <KeyRound aria-hidden />
          Change password
        </MenuLink>
        {user.isOperator && (
          <MenuLink href={paths.operator()}>
            <Gauge aria-hidden />
            Operator
          </MenuLink>
        )}
        <MenuSeparator />
        <MenuChoice label="Theme" value={theme ?? "system"} options={THEMES} onValueChange={setTheme} />
        <MenuSeparator />
        <MenuItem onClick={leave} disabled={isLeaving}>
          <LogOut aria-hidden />
          Sign out
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}
