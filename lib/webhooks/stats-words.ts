/** `100 %`, `99.9 %`, `98.2 %`: never rounded up to a whole hundred. */
export function rateWords(rate: number): string {
  if (rate === 1) return "100 %";
  return `${Math.min(99.9, Math.round(rate * 1000) / 10)} %`;
}

/** `24 Nov: 120 delivered, 3 failed`; what didn't happen is left out. */
export function dayWords(day: { delivered: number; failed: number; ours: number }): string {
  const parts = [
    ...(day.delivered > 0 ? [`${day.delivered.toLocaleString("en")} delivered`] : []),
    ...(day.failed > 0 ? [`${day.failed.toLocaleString("en")} failed`] : []),
    ...(day.ours > 0
      ? [`${day.ours.toLocaleString("en")} ${day.ours === 1 ? "fault" : "faults"} on our side`]
      : []),
  ];
  return parts.length > 0 ? parts.join(", ") : "no attempt";
}
