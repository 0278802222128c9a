import { buildIfChanged, generateIfChanged } from "./start/build-if-changed";
import { StartError } from "./start/start-error";
import { createSteps } from "./start/steps";

try {
  const steps = createSteps();
  await generateIfChanged(process.env, steps);
  await buildIfChanged(process.env, steps);
  console.log("The build is up to date.");
} catch (error) {
  console.error(error instanceof StartError ? error.message : error);
  process.exitCode = 1;
}
