"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { ACCESS_TEXT } from "@/components/api-keys/access-text";
import { toastFailure } from "@/components/forms/toast-failure";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { RelativeTime } from "@/components/ui/relative-time";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { unwrap } from "@/lib/actions/result";
import { revokeApiKeyAction } from "@/lib/api-keys/actions";
import type { ApiKeyItem } from "@/lib/api-keys/queries";
import { apiKeysKey } from "@/lib/api-keys/query-options";

/** The keys that work, each with its last characters and when it was used. */
export function ApiKeysTable({ slug, keys }: { slug: string; keys: ApiKeyItem[] }) {
  return (
    <Table label="API keys">
      <TableHead>
        <TableHeader>Name</TableHeader>
        <TableHeader className="hidden sm:table-cell">Key</TableHeader>
        <TableHeader className="hidden sm:table-cell">Access</TableHeader>
        <TableHeader className="hidden sm:table-cell">Created</TableHeader>
        <TableHeader>Last used</TableHeader>
        <TableHeader>
          <span className="sr-only">Actions</span>
        </TableHeader>
      </TableHead>
      <TableBody>
        {keys.map((key) => (
          <ApiKeyRow key={key.id} slug={slug} apiKey={key} />
        ))}
      </TableBody>
    </Table>
  );
}

function ApiKeyRow({ slug, apiKey }: { slug: string; apiKey: ApiKeyItem }) {
  const [isAsking, setAsking] = useState(false);
  const queryClient = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => unwrap(revokeApiKeyAction(slug, { id: apiKey.id })),
    onSuccess: () => toast.success(`The key “${apiKey.name}” is revoked`),
    onError: toastFailure,
    onSettled: async () => {
      await queryClient.invalidateQueries({ queryKey: apiKeysKey(slug) });
      setAsking(false);
    },
  });
  return (
    <TableRow>
      <TableCell className="max-w-36 sm:max-w-80" title={apiKey.name}>
        <p className="truncate">{apiKey.name}</p>
        <p className="font-mono text-xs text-muted-foreground sm:hidden">swk_…{apiKey.ending}</p>
      </TableCell>
      <TableCell className="hidden font-mono text-xs whitespace-nowrap text-muted-foreground sm:table-cell">
        swk_…{apiKey.ending}
      </TableCell>
      <TableCell className="hidden sm:table-cell">{ACCESS_TEXT[apiKey.role].name}</TableCell>
      <TableCell className="hidden whitespace-nowrap text-muted-foreground sm:table-cell">
        <RelativeTime date={apiKey.createdAt} />
      </TableCell>
      <TableCell className="whitespace-nowrap text-muted-foreground">
        {apiKey.lastUsedAt ? <RelativeTime date={apiKey.lastUsedAt} /> : "Never"}
      </TableCell>
      <TableCell className="w-0 text-right">
        <Button
          size="sm"
          variant="ghost"
          aria-label={`Revoke the key ${apiKey.name}`}
          onClick={() => setAsking(true)}
        >
          Revoke
        </Button>
        <ConfirmDialog
          open={isAsking}
          onOpenChange={setAsking}
          title={`Revoke the key “${apiKey.name}”?`}
          confirmLabel="Revoke key"
          destructive
          pending={revoke.isPending}
          onConfirm={() => revoke.mutate()}
        >
          <p>Programs that use it are refused from now on. This can't be undone.</p>
        </ConfirmDialog>
      </TableCell>
    </TableRow>
  );
}
