import type { CorpusRow } from "@/e2e/scanners/corpus-row";
import { HUMANS } from "@/e2e/scanners/humans";
import { INDISTINGUISHABLE } from "@/e2e/scanners/indistinguishable";
import { ODD_VISITS } from "@/e2e/scanners/odd-visits";
import { OPENERS } from "@/e2e/scanners/openers";
import { ROBOTS } from "@/e2e/scanners/robots";
import { SENDERS } from "@/e2e/scanners/senders";

/** Every way known to us in which a rating link is opened, by people and by programs, and what may come of it. */
export const CORPUS: readonly CorpusRow[] = [
  ...OPENERS,
  ...SENDERS,
  ...ROBOTS,
  ...HUMANS,
  ...ODD_VISITS,
  ...INDISTINGUISHABLE,
];
