import { z } from "zod";
import { APP_URL, type Handler } from "./handler";
import { readFunctionConfig, UnsupportedFunctionError, type FunctionConfig } from "./function-config";

const registration = z.object({ functions: z.array(z.record(z.string(), z.unknown())) });

/**
 * Asks the serve handler for its functions: an in-band sync, SDK_SPEC section 4.3.
 * @throws UnsupportedFunctionError naming every function and option that this engine doesn't run.
 */
export async function syncFunctions(handler: Handler): Promise<FunctionConfig[]> {
  const response = await handler(
    new Request(APP_URL, {
      method: "PUT",
      headers: {
        host: new URL(APP_URL).host,
        "content-type": "application/json",
        "x-inngest-sync-kind": "in_band",
      },
      body: JSON.stringify({ url: APP_URL }),
    }),
  );
  const body: unknown = await response.json();
  const parsed = registration.safeParse(body);
  if (response.status !== 200 || !parsed.success) {
    throw new Error(
      `The serve handler didn't tell its functions (HTTP ${response.status}): ${JSON.stringify(body)}`,
    );
  }
  const read = parsed.data.functions.map(readFunctionConfig);
  const problems = read.flatMap(({ config, unsupported }) =>
    unsupported.map((option) => ({ functionId: config.id, option })),
  );
  if (problems.length > 0) throw new UnsupportedFunctionError(problems);
  return read.map(({ config }) => config);
}
