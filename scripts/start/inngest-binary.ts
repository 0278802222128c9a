import { stat } from "node:fs/promises";
import path from "node:path";
import { projectRoot } from "./project-root";
import { runTask } from "./run-task";
import { StartError } from "./start-error";
import type { Steps } from "./steps";

const packageFolder = path.join(projectRoot, "node_modules/inngest-cli");
/** What npm installs is a stub of a kilobyte; the server, once downloaded, stands in its place. */
const stubBytesMax = 1_000_000;

/**
 * Path of the Inngest server: `INNGEST_BIN`, else the one of the optional package inngest-cli, downloaded when first
 * wanted.
 *
 * @throws StartError when there is none and it can't be downloaded
 */
export async function inngestBinary(steps: Steps): Promise<string> {
  const given = process.env["INNGEST_BIN"];
  if (given) {
    if (await isFileOver(given, 0)) return given;
    throw new StartError(`INNGEST_BIN should be the path of an Inngest server, and ${given} is no file.`);
  }
  const binary = path.join(packageFolder, "bin/inngest");
  if (await isFileOver(binary, stubBytesMax)) return binary;
  try {
    const download = [path.join(packageFolder, "postinstall.js")];
    await steps.run("Downloading the Inngest server", () => runTask(download, process.env, packageFolder), {
      isOnce: true,
    });
    if (await isFileOver(binary, stubBytesMax)) return binary;
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
  }
  throw new StartError(
    "The Inngest server can't be downloaded here. Set INNGEST_BIN to one, or run npm start, whose embedded engine needs none.",
  );
}

async function isFileOver(file: string, bytes: number): Promise<boolean> {
  const found = await stat(file).catch(() => null);
  return found !== null && found.isFile() && found.size > bytes;
}
