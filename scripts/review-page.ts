import { writeFile } from "node:fs/promises";
import { ASSETS_FILE, buildAssets } from "./review-page/build-assets";

await writeFile(ASSETS_FILE, await buildAssets());
console.log(`Wrote ${ASSETS_FILE}.`);
