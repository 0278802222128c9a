"use client";

import { Dialog } from "@base-ui/react/dialog";
import { Menu as MenuIcon, X } from "lucide-react";
import { usePathname } from "next/navigation";
import { useState } from "react";
import { Sidebar, type SidebarProps } from "@/components/layout/sidebar";
import { Button } from "@/components/ui/button";
import { dialogBackdropClass } from "@/components/ui/dialog-class";
import { IconButton } from "@/components/ui/icon-button";

/** The sidebar of a narrow screen: a dialog behind a button. It closes as soon as another page opens. */
export function MobileMenu(props: SidebarProps) {
  const pathname = usePathname();
  const [openOn, setOpenOn] = useState<string | null>(null);
  const isOpen = openOn === pathname;

  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => setOpenOn(open ? pathname : null)}>
      <Dialog.Trigger
        render={
          <Button>
            <MenuIcon aria-hidden />
            Menu
          </Button>
        }
      />
      <Dialog.Portal>
        <Dialog.Backdrop className={dialogBackdropClass} />
        <Dialog.Popup className="fixed inset-y-0 left-0 z-50 w-72 max-w-[85vw] border-r bg-sidebar shadow-popup transition-transform duration-150 ease-out data-ending-style:-translate-x-full data-starting-style:-translate-x-full">
          <Dialog.Title className="sr-only">Menu</Dialog.Title>
          <Sidebar {...props} />
          <Dialog.Close
            render={
              <IconButton label="Close menu" className="absolute top-3 -right-12 border-border bg-popover">
                <X />
              </IconButton>
            }
          />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
