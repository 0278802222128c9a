"use client";

import { useState } from "react";
import { AddMemberForm } from "@/components/members/add-member-form";
import { InvitationLink } from "@/components/members/invitation-link";
import type { Role } from "@/components/members/role-text";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";

type Made = { email: string; path: string };

/** Adds a member: first whom, then the one-time link to pass on. */
export function AddMemberDialog({ slug, rolesToGive }: { slug: string; rolesToGive: Role[] }) {
  const [isOpen, setOpen] = useState(false);
  const [made, setMade] = useState<Made | null>(null);

  function change(open: boolean) {
    setOpen(open);
    if (open) setMade(null);
  }

  return (
    <Dialog open={isOpen} onOpenChange={change}>
      <DialogTrigger render={<Button variant="primary">Add member</Button>} />
      {made ? (
        <DialogContent
          key="link"
          title={`Send this link to ${made.email}`}
          description="It lets one person join, within 7 days. It is shown only now."
        >
          <InvitationLink path={made.path} onDone={() => change(false)} />
        </DialogContent>
      ) : (
        <DialogContent key="form" title="Add member">
          <AddMemberForm slug={slug} rolesToGive={rolesToGive} onMade={setMade} />
        </DialogContent>
      )}
    </Dialog>
  );
}
