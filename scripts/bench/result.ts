/** One measure: what we reached, and what a bare loop does in the same run. */
export type Measure = { value: number; unit: string; floor: number | null; ratio: number | null };

export function measure(value: number, unit: string, floor: number | null = null): Measure {
  return {
    value: round(value),
    unit,
    floor: floor === null ? null : round(floor),
    ratio: floor === null ? null : round(value / floor),
  };
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}
