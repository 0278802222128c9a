/**
 * What random tests begin with: the same in every run, so that none fails by chance. `TEST_SEED=7` makes other cases; whoever
 * changes what they test tries a few.
 */
export const TEST_SEED = Number(process.env["TEST_SEED"] ?? "1");
