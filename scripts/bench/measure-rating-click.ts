import { gzipSync } from "node:zlib";
import { Pool } from "undici";
import { newNonce } from "@/lib/review-page/form-nonce";
import { createTestProject } from "@/lib/webhooks/testing/test-webhook";
import { buildIfChanged } from "@/scripts/start/build-if-changed";
import { createSteps } from "@/scripts/start/steps";
import { atRate } from "./at-rate";
import { type BenchStage, startWeb } from "./bench-stage";
import { nowMs } from "./clock";
import { percentile } from "./percentile";
import { createBenchLinks } from "./rating-links";
import { measure, type Measure } from "./result";

const PER_SECOND = 100;
const WARM_UP = 300;
const CLICKS = 1_500;

/** The hosted page on the built web process: a landing's POST until it is answered as saved, and its script's weight. */
export async function measureRatingClick({ webPort }: BenchStage): Promise<Record<string, Measure>> {
  await buildIfChanged(process.env, createSteps());
  const web = await startWeb(webPort);
  const project = await createTestProject();
  const links = await createBenchLinks(project, WARM_UP + CLICKS);
  const pool = new Pool(`http://127.0.0.1:${webPort}`, { connections: 64, pipelining: 1 });
  const latencies: number[] = [];
  await atRate(links, PER_SECOND, async ({ token, link }) => {
    const fromMs = nowMs();
    const form = new URLSearchParams({ action: "land", score: "4", nonce: newNonce(`link:${link.id}`) });
    const { statusCode, body } = await pool.request({
      method: "POST",
      path: `/r/${token}/4`,
      headers: {
        accept: "application/json",
        "content-type": "application/x-www-form-urlencoded",
        "user-agent": "Mozilla/5.0",
      },
      body: form.toString(),
    });
    const text = await body.text();
    if (statusCode !== 200 || !text.includes('"saved":4'))
      throw new Error(`A click was answered ${statusCode}: ${text}`);
    latencies.push(nowMs() - fromMs);
  });
  const weight = await scriptWeight(pool, `/r/${links[0]?.token}/4`);
  await pool.close();
  await web.stop();
  return {
    rating_click_p95_ms: measure(percentile(latencies.slice(WARM_UP), 0.95), "ms"),
    review_page_js_gzip_kb: measure(weight / 1024, "KB"),
  };
}

/** Bytes of all script of a page, inline and loaded, compressed. */
async function scriptWeight(pool: Pool, path: string): Promise<number> {
  const html = await textOf(pool, path);
  const scripts = [...html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)];
  let bytes = 0;
  for (const [, attributes = "", inline = ""] of scripts) {
    const source = /src="([^"]+)"/.exec(attributes)?.[1];
    bytes += gzipSync(source === undefined ? inline : await textOf(pool, source)).length;
  }
  return bytes;
}

async function textOf(pool: Pool, path: string): Promise<string> {
  const { body } = await pool.request({ method: "GET", path });
  return body.text();
}
