import { formatDuration } from "./format-duration";

/** What the last words of a start are made of. Null: the line doesn't apply. */
export type ReadyFacts = {
  tookMs: number;
  isFirst: boolean;
  /** About how long the next start takes; null when that is no news. */
  nextMs: number | null;
  appUrl: string;
  welcomePath: string | null;
  /** An empty password isn't shown. */
  signIn: { email: string; password: string; note: string } | null;
  customerPath: string | null;
  receiverUrl: string | null;
  phoneUrl: string | null;
  engine: string;
  allowedNets: string[];
};

/** The block that says what to open and where things are. */
export function readyText(facts: ReadyFacts): string {
  const { appUrl, signIn } = facts;
  const lines: [string, string, string][] = [
    facts.welcomePath
      ? ["Open", appUrl + facts.welcomePath, "signs you in, once, for 15 minutes"]
      : ["Open", appUrl, ""],
  ];
  if (signIn) lines.push(["Sign in", `${signIn.email}  ${signIn.password}`.trimEnd(), signIn.note]);
  if (facts.customerPath)
    lines.push(["Customer", appUrl + facts.customerPath, "a 4-star link, not yet used"]);
  if (facts.receiverUrl) lines.push(["Receiver", facts.receiverUrl, `watch it: ${appUrl}/receiver`]);
  if (facts.phoneUrl) lines.push(["Phone", `APP_URL=${facts.phoneUrl} npm start`, ""]);
  lines.push(["Inngest", facts.engine, ""]);
  if (facts.allowedNets.length > 0)
    lines.push(["Networks", facts.allowedNets.join(", "), "private, but webhooks may reach them"]);

  const width = Math.max(...lines.filter(([, , note]) => note !== "").map(([, value]) => value.length), 0);
  const rows = lines.map(([label, value, note]) =>
    `  ${label.padEnd(9)} ${note === "" ? value : `${value.padEnd(width)}  ${note}`}`.trimEnd(),
  );
  return [`Starwire is ready (${durations(facts)})`, ...rows].join("\n");
}

function durations({ tookMs, isFirst, nextMs }: ReadyFacts): string {
  const took = `${isFirst ? "first start " : ""}${formatDuration(tookMs)}`;
  return nextMs === null ? took : `${took}, next about ${formatDuration(nextMs)}`;
}
