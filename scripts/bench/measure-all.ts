import type { BenchStage } from "./bench-stage";
import { measureApi } from "./measure-api";
import { measureBurst } from "./measure-burst";
import { measureDeliveries } from "./measure-deliveries";
import { measureEndToEnd } from "./measure-end-to-end";
import { measureIsolation } from "./measure-isolation";
import { measureLatency } from "./measure-latency";
import { measureRatingClick } from "./measure-rating-click";
import type { Measure } from "./result";

const MEASURES: Record<string, (stage: BenchStage) => Promise<Record<string, Measure>>> = {
  burst: measureBurst,
  "end-to-end": measureEndToEnd,
  latency: measureLatency,
  isolation: measureIsolation,
  click: measureRatingClick,
  deliveries: measureDeliveries,
  api: measureApi,
};

/** Runs the measures one after the other and prints each as it is known. @param only one of them by name */
export async function measureAll(stage: BenchStage, only?: string): Promise<Record<string, Measure>> {
  const results: Record<string, Measure> = {};
  for (const [name, run] of Object.entries(MEASURES)) {
    if (only !== undefined && only !== name) continue;
    for (const [key, result] of Object.entries(await run(stage))) {
      results[key] = result;
      const beside = result.floor === null ? "" : `   floor ${result.floor}   ratio ${result.ratio}`;
      console.log(`${key.padEnd(30)} ${String(result.value).padStart(8)} ${result.unit.padEnd(14)}${beside}`);
    }
  }
  return results;
}
