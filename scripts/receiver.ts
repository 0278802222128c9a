import { env, isLoopbackApp } from "@/lib/env";
import { listSecretsOfUrl } from "@/lib/receiver/queries";
import { startReceiver } from "@/lib/receiver/start-receiver";

/** The process of the test receiver. Says "ready <origin>" on its one line and ends at SIGTERM. */
async function main(): Promise<void> {
  const { DATA_DIR, RECEIVER, RECEIVER_PORT, APP_URL } = env();
  if (RECEIVER === "off") throw new Error("The test receiver is off (RECEIVER=off).");
  if (!isLoopbackApp())
    throw new Error(`The test receiver is for this machine only, and APP_URL is ${APP_URL}.`);
  const receiver = await startReceiver({
    dataDir: DATA_DIR,
    port: RECEIVER_PORT,
    secretsOfUrl: listSecretsOfUrl,
  });
  const stop = () => {
    receiver.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  console.log(`ready ${receiver.origin}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
