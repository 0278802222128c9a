import { installIfNeeded } from "./start/install-if-needed.mjs";

await installIfNeeded();
