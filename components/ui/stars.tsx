import { Star } from "lucide-react";
import { cn } from "@/components/ui/cn";

type StarsProps = { score: number; className?: string };

/** A score of 1 to 5 as stars; an average fills the last one in part. */
export function Stars({ score, className }: StarsProps) {
  const text = Number.isInteger(score) ? String(score) : score.toFixed(1);
  return (
    <span
      role="img"
      aria-label={`${text} of 5 stars`}
      className={cn("inline-flex gap-0.5 align-middle", className)}
    >
      {[1, 2, 3, 4, 5].map((place) => (
        <StarOf key={place} fill={Math.min(1, Math.max(0, score - place + 1))} />
      ))}
    </span>
  );
}

function StarOf({ fill }: { fill: number }) {
  return (
    <span aria-hidden className="relative size-4 shrink-0">
      <Star className="absolute inset-0 size-4 text-input" strokeWidth={1.5} />
      {fill > 0 && (
        <span className="absolute inset-y-0 left-0 overflow-hidden" style={{ width: `${fill * 100}%` }}>
          <Star className="size-4 max-w-none fill-star text-star" strokeWidth={1.5} />
        </span>
      )}
    </span>
  );
}
