"use client";

import { Menu as BaseMenu } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/components/ui/cn";

/** A dropdown menu: `<Menu><MenuTrigger render={<Button/>}/><MenuContent>…</MenuContent></Menu>`. */
export const Menu = BaseMenu.Root;
export const MenuTrigger = BaseMenu.Trigger;

type MenuContentProps = {
  children: ReactNode;
  align?: "start" | "center" | "end";
  side?: "top" | "bottom" | "left" | "right";
  className?: string;
};

export function MenuContent({ children, align = "end", side = "bottom", className }: MenuContentProps) {
  return (
    <BaseMenu.Portal>
      <BaseMenu.Positioner align={align} side={side} sideOffset={4} className="z-50 outline-hidden">
        <BaseMenu.Popup
          className={cn(
            "max-h-(--available-height) min-w-44 origin-(--transform-origin) overflow-y-auto rounded-lg border bg-popover p-1 text-foreground shadow-popup outline-hidden transition-[scale,opacity] duration-100 data-ending-style:scale-[0.98] data-ending-style:opacity-0 data-starting-style:scale-[0.98] data-starting-style:opacity-0",
            className,
          )}
        >
          {children}
        </BaseMenu.Popup>
      </BaseMenu.Positioner>
    </BaseMenu.Portal>
  );
}

const itemClass =
  "flex min-h-8 w-full cursor-default items-center gap-2 rounded-md px-2 py-1.5 text-left text-sm outline-hidden select-none data-disabled:opacity-55 data-highlighted:bg-hover pointer-coarse:min-h-10 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted-foreground";

type MenuItemProps = Omit<ComponentProps<typeof BaseMenu.Item>, "className"> & {
  destructive?: boolean;
  className?: string | undefined;
};

export function MenuItem({ destructive, className, ...props }: MenuItemProps) {
  return (
    <BaseMenu.Item
      className={cn(
        itemClass,
        destructive && "text-destructive-text [&_svg]:text-destructive-text",
        className,
      )}
      {...props}
    />
  );
}

type MenuLinkProps = { href: string; children: ReactNode; current?: boolean };

export function MenuLink({ href, children, current }: MenuLinkProps) {
  return (
    <BaseMenu.LinkItem
      closeOnClick
      render={<Link href={href} />}
      aria-current={current ? "page" : undefined}
      className={itemClass}
    >
      {children}
      {current && <Check aria-hidden className="ml-auto" />}
    </BaseMenu.LinkItem>
  );
}

/** A link to a file, which the browser keeps instead of showing it. */
export function MenuDownload({ href, children }: Omit<MenuLinkProps, "current">) {
  return (
    <BaseMenu.LinkItem closeOnClick href={href} download className={itemClass}>
      {children}
    </BaseMenu.LinkItem>
  );
}

type MenuChoiceProps<Value extends string> = {
  label: string;
  value: Value;
  options: readonly { value: Value; label: ReactNode }[];
  onValueChange: (value: Value) => void;
};

/** One of several, ticked; the menu stays open. */
export function MenuChoice<Value extends string>({
  label,
  value,
  options,
  onValueChange,
}: MenuChoiceProps<Value>) {
  return (
    <BaseMenu.Group>
      <BaseMenu.GroupLabel className="px-2 pt-1.5 pb-1 text-xs text-muted-foreground">
        {label}
      </BaseMenu.GroupLabel>
      <BaseMenu.RadioGroup value={value} onValueChange={(next: Value) => onValueChange(next)}>
        {options.map((option) => (
          <BaseMenu.RadioItem key={option.value} value={option.value} className={itemClass}>
            {option.label}
            <BaseMenu.RadioItemIndicator className="ml-auto">
              <Check aria-hidden />
            </BaseMenu.RadioItemIndicator>
          </BaseMenu.RadioItem>
        ))}
      </BaseMenu.RadioGroup>
    </BaseMenu.Group>
  );
}

export function MenuSeparator() {
  return <BaseMenu.Separator className="-mx-1 my-1 h-px bg-border" />;
}
