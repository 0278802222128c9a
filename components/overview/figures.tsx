import type { ReactNode } from "react";

type Figure = { label: string; value: ReactNode; note?: ReactNode };

/** The few figures one looks at first. */
export function Figures({ figures }: { figures: Figure[] }) {
  return (
    <dl className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-4">
      {figures.map((figure) => (
        <div key={figure.label} className="min-w-0 rounded-lg border bg-card px-4 py-3">
          <dt className="text-[0.8125rem] text-muted-foreground">{figure.label}</dt>
          <dd className="mt-1 min-w-0">
            <span className="block text-xl font-semibold tracking-tight break-words tabular-nums">
              {figure.value}
            </span>
            {figure.note && (
              <span className="mt-0.5 block text-[0.8125rem] text-muted-foreground">{figure.note}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
