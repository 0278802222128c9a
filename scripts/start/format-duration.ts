/** Milliseconds as people say them: "0.4 s", "6 s", "1 min 48 s". */
export function formatDuration(ms: number): string {
  if (ms < 2_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const rest = seconds % 60;
  return rest === 0 ? `${Math.floor(seconds / 60)} min` : `${Math.floor(seconds / 60)} min ${rest} s`;
}
