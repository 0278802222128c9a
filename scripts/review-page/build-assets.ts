import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../../", import.meta.url));
const browser = path.join(root, "components/review-page/browser");

/** Where the compiled style and scripts of the hosted page are kept, so that serving it needs no compiler. */
export const ASSETS_FILE = path.join(root, "components/review-page/page-assets.ts");

/** The module that holds the hosted page's style and its two scripts, compiled from `components/review-page/browser`. */
export async function buildAssets(): Promise<string> {
  const [css, capture, form] = await Promise.all([
    compile("page.css"),
    compile("capture.ts"),
    compile("form.ts"),
  ]);
  return [
    "/* Compiled from components/review-page/browser by `npm run review-page`. */",
    `export const PAGE_CSS = ${JSON.stringify(css)};`,
    `export const CAPTURE_SCRIPT = ${JSON.stringify(capture)};`,
    `export const FORM_SCRIPT = ${JSON.stringify(form)};`,
    "",
  ].join("\n");
}

async function compile(file: string): Promise<string> {
  const result = await build({
    entryPoints: [path.join(browser, file)],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: ["es2020", "chrome100", "safari15", "firefox100"],
    alias: { "@": root },
    legalComments: "none",
    logLevel: "silent",
  });
  const text = result.outputFiles[0]?.text.trim() ?? "";
  if (/<\/(script|style)/i.test(text)) throw new Error(`${file} would end the element that holds it.`);
  return text;
}
