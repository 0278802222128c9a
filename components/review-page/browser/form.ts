import { forgetDraft, keepDraft, restoreDraft } from "@/components/review-page/browser/draft";
import type { HostedAnswer } from "@/lib/review-page/hosted-answer";

const page = window.starwire;
const byId = (id: string) => document.getElementById(id);
const TOUCHES = ["pointerdown", "touchstart", "keydown", "click"];

restoreDraft();
page.onTrouble = (isTrouble) => say(isTrouble ? (byId("problem")?.dataset["offline"] ?? "") : "");
announceNotice();
void page.landing?.then(showAnswer);
document.addEventListener("input", keepDraft);
document.addEventListener("submit", (event) => {
  if (!(event.target instanceof HTMLFormElement)) return;
  event.preventDefault();
  void submit(event.target, event.submitter);
});

async function submit(form: HTMLFormElement, button: HTMLElement | null): Promise<void> {
  if (form.ariaBusy === "true") return;
  form.ariaBusy = "true";
  let reviewKey: string | null = null;
  const fields = (): Map<string, string> => {
    const now = formFields(form, button);
    return reviewKey === null ? now : now.set("review", reviewKey);
  };
  let answer = await page.send(fields);
  // An answer was lost or slow and the customer wrote on: what they see is what they mean.
  for (let times = 0; times < 3 && answer.kept && !isWhatIsSeen(answer.kept, fields()); times += 1) {
    reviewKey = answer.kept.reviewKey;
    answer = await page.send(fields);
  }
  form.ariaBusy = null;
  showAnswer(answer);
}

function formFields(form: HTMLFormElement, button: HTMLElement | null): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") fields.set(name, value);
  if (button instanceof HTMLButtonElement && button.name) fields.set(button.name, button.value);
  return fields;
}

function isWhatIsSeen(kept: NonNullable<HostedAnswer["kept"]>, fields: Map<string, string>): boolean {
  const body = (fields.get("body") ?? "").replaceAll("\r\n", "\n").trim();
  return body === (kept.body ?? "") && [undefined, String(kept.score)].includes(fields.get("score"));
}

function showAnswer(answer: HostedAnswer): void {
  say(answer.state === "problem" || answer.state === "stale" ? (answer.sentence ?? "") : "");
  if (answer.kept) forgetDraft();
  if (answer.state === "main") return showMain(answer.html ?? "");
  const notice = byId("notice");
  if (notice && answer.html !== null) notice.innerHTML = answer.html;
  if (answer.saved !== null) chooseStars(answer.saved);
  if (answer.state === "touch") void saveWithFirstTouch();
  if (answer.field) document.querySelector<HTMLElement>(`#review [name="${answer.field}"]`)?.focus();
}

function showMain(html: string): void {
  const main = document.querySelector("main");
  if (main) main.innerHTML = html;
  scrollTo(0, 0);
  document.querySelector<HTMLElement>("h1")?.focus();
}

async function saveWithFirstTouch(): Promise<void> {
  if (!page.touched) {
    await new Promise((resolve) => {
      for (const type of TOUCHES)
        addEventListener(type, resolve, { capture: true, once: true, passive: true });
    });
  }
  const score = document.documentElement.dataset.land ?? "";
  showAnswer(
    await page.send(() => [
      ["action", "touch"],
      ["score", score],
    ]),
  );
}

/** The star of the landing is chosen already; one the customer has chosen since is left alone. */
function chooseStars(score: number): void {
  const stars = document.querySelectorAll<HTMLInputElement>("#review [name=score]");
  const isUntouched = [...stars].every((star) => star.checked === star.defaultChecked);
  for (const star of stars) {
    star.defaultChecked = star.value === String(score);
    if (isUntouched) star.checked = star.defaultChecked;
  }
}

/** A live region is read out when it changes after load. */
function announceNotice(): void {
  const notice = byId("notice");
  const first = [...(notice?.childNodes ?? [])];
  notice?.replaceChildren();
  addEventListener("load", () => {
    if (!notice?.hasChildNodes()) notice?.append(...first);
  });
}

function say(sentence: string): void {
  const problem = byId("problem");
  if (problem) problem.textContent = sentence;
}
