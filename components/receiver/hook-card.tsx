"use client";

import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { toastFailure } from "@/components/forms/toast-failure";
import { Button } from "@/components/ui/button";
import { Card, CardContent } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { WebhookUrl } from "@/components/webhooks/webhook-url";
import { unwrap } from "@/lib/actions/result";
import { setHookBehaviorAction } from "@/lib/receiver/actions";
import {
  FIXED_ANSWERS,
  forwardUrl,
  hookBehavior,
  type Hook,
  type HookBehavior,
} from "@/lib/receiver/hook-behavior";

const FORWARD = "forward";

type HookCardProps = { hook: Hook; origin: string };

/** One hook: its URL, and what it answers. */
export function HookCard({ hook, origin }: HookCardProps) {
  const url = `${origin}/hooks/${hook.name}`;
  const [isForwarding, setForwarding] = useState(false);
  const change = useMutation({
    mutationFn: (behavior: HookBehavior) => unwrap(setHookBehaviorAction({ name: hook.name, behavior })),
    onSuccess: () => setForwarding(false),
    onError: toastFailure,
  });
  const shown = hook.behavior.kind === "forward" || isForwarding ? FORWARD : hook.behavior.answer;

  function choose(choice: string) {
    if (choice === FORWARD) return setForwarding(true);
    const behavior = hookBehavior.safeParse({ kind: "answer", answer: choice });
    if (behavior.success) change.mutate(behavior.data);
  }

  return (
    <Card aria-label={`Hook ${hook.name}`}>
      <CardContent className="flex flex-col gap-4">
        <div className="flex min-w-0 items-center gap-1">
          <WebhookUrl url={url} />
          <CopyButton text={url} label="Copy URL" />
        </div>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Answer">
            <Select
              value={shown}
              onChange={(event) => choose(event.target.value)}
              disabled={change.isPending}
            >
              {Object.entries(FIXED_ANSWERS).map(([answer, words]) => (
                <option key={answer} value={answer}>
                  {words}
                </option>
              ))}
              <option value={FORWARD}>Forward to a server on this machine</option>
            </Select>
          </Field>
          {shown === FORWARD && (
            <ForwardForm
              forwardTo={hook.behavior.kind === "forward" ? hook.behavior.forwardTo : ""}
              pending={change.isPending}
              onForward={(forwardTo) => change.mutate({ kind: "forward", forwardTo })}
            />
          )}
        </div>
      </CardContent>
    </Card>
  );
}

type ForwardFormProps = { forwardTo: string; pending: boolean; onForward: (forwardTo: string) => void };

function ForwardForm({ forwardTo, pending, onForward }: ForwardFormProps) {
  const [typed, setTyped] = useState(forwardTo);
  const [error, setError] = useState<string>();

  function submit(event: FormEvent) {
    event.preventDefault();
    const parsed = forwardUrl.safeParse(typed);
    setError(parsed.error?.issues[0]?.message);
    if (parsed.success) onForward(parsed.data);
  }

  return (
    <form onSubmit={submit} className="flex items-start gap-2">
      <Field
        label="Forward to"
        error={error}
        description={forwardTo ? `Its answer goes back to the sender.` : "Same bytes, same headers."}
        className="flex-1"
      >
        <Input
          value={typed}
          onValueChange={setTyped}
          placeholder="http://localhost:4000/hooks"
          spellCheck={false}
          autoComplete="off"
        />
      </Field>
      <Button type="submit" pending={pending} className="mt-6.5">
        Forward
      </Button>
    </form>
  );
}
