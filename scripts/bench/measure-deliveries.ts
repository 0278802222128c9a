import { dearestPage, everyCombination, everyLookup, placeAfter } from "@/lib/webhooks/testing/page-costs";
import type { BenchStage } from "./bench-stage";
import { longLog } from "./long-log";
import { measure, type Measure } from "./result";

const PAGE = 50;

/**
 * What the dearest page of any list of deliveries reads with a million of them, in buffers of 8 KB: the first page, also of
 * one thing's deliveries, and the thousandth of the log. Fails when one reads a table from end to end.
 */
export async function measureDeliveries(_stage: BenchStage): Promise<Record<string, Measure>> {
  const { project, busy, quiet, busyReview } = await longLog();
  const dearest = async (page: number): Promise<number> => {
    let most = 0;
    for (const webhookId of [undefined, busy, quiet]) {
      const all = page === 1 ? [...everyCombination(), ...everyLookup(busyReview)] : everyCombination();
      const lists = all.map((filters) => ({ ...filters, webhookId }));
      const after = page === 1 ? null : await placeAfter(project.id, webhookId, (page - 1) * PAGE);
      const { buffers, tableScans } = await dearestPage(project.id, lists, after);
      if (tableScans[0]) throw new Error(`${tableScans[0]}: reads a whole table`);
      most = Math.max(most, buffers);
    }
    return most;
  };
  return {
    deliveries_page_1_buffers: measure(await dearest(1), "buffers"),
    deliveries_page_1000_buffers: measure(await dearest(1_000), "buffers"),
  };
}
