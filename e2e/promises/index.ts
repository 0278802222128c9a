import { firstHalf } from "./first-half";
import type { PromiseEntry } from "./promise-entry";
import { secondHalf } from "./second-half";

/** All promises of Starwire. */
export const PROMISES: readonly PromiseEntry[] = [...firstHalf, ...secondHalf];
