import { join } from "node:path";
import { env } from "@/lib/env";

export type ReceiverFiles = {
  folder: string;
  /** Certificate of the receiver's own authority, PEM. */
  ca: string;
  /** Certificate of the server, PEM. */
  certificate: string;
  /** Its private key, PEM, 0600. */
  key: string;
  /** Where the running receiver listens and how to command it, JSON, 0600. */
  state: string;
  /** What arrived, one JSON line each, 0600. */
  requests: string;
};

/** The files of the test receiver under `DATA_DIR`. */
export function receiverFiles(dataDir: string = env().DATA_DIR): ReceiverFiles {
  const folder = join(dataDir, "receiver");
  return {
    folder,
    ca: join(folder, "ca.pem"),
    certificate: join(folder, "certificate.pem"),
    key: join(folder, "key.pem"),
    state: join(folder, "running.json"),
    requests: join(folder, "requests.jsonl"),
  };
}
