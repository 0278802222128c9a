import { Badge } from "@/components/ui/badge";

const TONES: Record<string, "neutral" | "info" | "warning" | "danger"> = {
  GET: "neutral",
  POST: "info",
  PATCH: "warning",
  DELETE: "danger",
};

/** The HTTP method; its colour only repeats the word. */
export function MethodBadge({ method }: { method: string }) {
  return <Badge tone={TONES[method] ?? "neutral"}>{method}</Badge>;
}
