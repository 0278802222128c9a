"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CircleCheck, Circle } from "lucide-react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { unwrap } from "@/lib/actions/result";
import { hideGuideAction } from "@/lib/overview/actions";
import { overviewQuery } from "@/lib/overview/query-options";

export type GuideStep = { title: string; text: string; href: string; linkLabel: string; isDone: boolean };

/** "See it work": the way from nothing to a webhook that arrives and one that fails, ticked by what really happened. */
export function Guide({ slug, steps, canHide }: { slug: string; steps: GuideStep[]; canHide: boolean }) {
  const queryClient = useQueryClient();
  const hide = useMutation({
    mutationFn: () => unwrap(hideGuideAction(slug, {})),
    onSuccess: () => queryClient.invalidateQueries(overviewQuery(slug)),
    onError: (error) => toast.error(error.message),
  });
  const done = steps.filter((step) => step.isDone).length;

  return (
    <Card>
      <CardHeader
        title="See it work"
        description={`${done} of ${steps.length} done`}
        actions={
          canHide && (
            <Button variant="ghost" size="sm" onClick={() => hide.mutate()} pending={hide.isPending}>
              Hide
            </Button>
          )
        }
      />
      <CardContent>
        <ol className="flex flex-col gap-4">
          {steps.map((step) => (
            <li key={step.title} className="flex items-start gap-3 text-sm">
              {step.isDone ? (
                <CircleCheck
                  role="img"
                  aria-label="Done"
                  className="mt-0.5 size-4 shrink-0 text-success-text"
                />
              ) : (
                <Circle
                  role="img"
                  aria-label="Not done yet"
                  className="mt-0.5 size-4 shrink-0 text-muted-foreground"
                />
              )}
              <div className="min-w-0">
                <p className="font-medium">{step.title}</p>
                <p className="text-muted-foreground">
                  {step.text} <TextLink href={step.href}>{step.linkLabel}</TextLink>
                </p>
              </div>
            </li>
          ))}
        </ol>
      </CardContent>
    </Card>
  );
}
