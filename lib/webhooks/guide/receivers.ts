import { RECEIVER_PHP } from "@/lib/webhooks/guide/receiver-php";
import { RECEIVER_PYTHON } from "@/lib/webhooks/guide/receiver-python";
import { RECEIVER_TYPESCRIPT } from "@/lib/webhooks/guide/verify-typescript";

/** Receivers to copy, each one file that runs as it is. A test runs them and sends them our own signatures. */
export const RECEIVERS = [
  { language: "TypeScript", file: "receiver.ts", code: RECEIVER_TYPESCRIPT },
  { language: "Python", file: "receiver.py", code: RECEIVER_PYTHON },
  { language: "PHP", file: "receiver.php", code: RECEIVER_PHP },
] as const;
