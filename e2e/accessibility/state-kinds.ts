import { expect, type Page } from "@playwright/test";
import { NARROW, WIDE } from "@/e2e/support/axe";
import type { FullShop } from "@/e2e/support/full-shop";
import { HOSTILE } from "@/e2e/support/hostile";
import type { Shop } from "@/e2e/support/shop";
import { signIn } from "@/e2e/support/sign-in";

/** Whom a state is opened by: nobody, the owner of an empty project, or that of a full one. */
export type Stage = { page: Page; visitor: Page; empty: Shop; full: FullShop };

/** Opens a state and waits until it stands. Returns the page it stands on. */
export type State = {
  (stage: Stage): Promise<Page>;
  /** Where the state exists; everywhere when left out. */
  viewports?: (typeof WIDE)[];
};

/** Why a path has no such state: it shows one thing that is there or not, or the same to everybody at any time. */
type Reason = "single" | "static";

/** The states of a path: these three, or why not, and whatever else can be opened there. */
export type Row = Record<"empty" | "filled" | "error", State | Reason> & Record<string, State | Reason>;

/** A state of wide screens alone, as the sidebar's menus are. */
export const wide = (state: State): State => Object.assign(state, { viewports: [WIDE] });

/** A state of narrow screens alone, as the navigation behind "Menu" is. */
export const narrow = (state: State): State => Object.assign(state, { viewports: [NARROW] });

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

/** A page of the empty project, or one that belongs to none. */
export const plain =
  (path: (stage: Stage) => string | Promise<string>): State =>
  async (stage) => {
    await stage.page.goto(await path(stage));
    await expect(heading(stage.page)).toBeVisible();
    return stage.page;
  };

/** A page of the full project, which shows a hostile name in its content as the text it is. */
export const named =
  (path: (stage: Stage) => string): State =>
  async (stage) => {
    await plain(path)(stage);
    await expect(stage.page.getByRole("main")).toContainText(HOSTILE.slice(0, 60));
    return stage.page;
  };

/** A page that only says why it isn't there. */
export const refused = (path: (stage: Stage) => string, words: string): State => {
  return async (stage) => {
    await stage.page.goto(path(stage));
    await expect(heading(stage.page)).toHaveText(words);
    return stage.page;
  };
};

/** What a visitor who is signed in nowhere sees. */
export const asVisitor =
  (path: (stage: Stage) => string | Promise<string>): State =>
  async (stage) => {
    await stage.visitor.goto(await path(stage));
    await expect(heading(stage.visitor)).toBeVisible();
    return stage.visitor;
  };

/**
 * After `state`, what happens when `act` asks a server that can't be reached. It stays so, or a screen that reads itself anew
 * would recover before it is looked at: the last state of a path.
 */
export const unreachable =
  (state: State, act: (page: Page) => Promise<void>): State =>
  async (stage) => {
    const page = await state(stage);
    await page.route("**/*", (route) =>
      route.request().method() === "POST" ? route.abort() : route.continue(),
    );
    await act(page);
    await expect(page.getByRole("alert").filter({ hasText: /\S/ }).first()).toBeVisible();
    return page;
  };

/** After `state`, what a form says to input that isn't right. */
export const filledWrong =
  (state: State, act: (page: Page) => Promise<void>, sentence: string | RegExp): State =>
  async (stage) => {
    const page = await state(stage);
    await act(page);
    await expect(page.getByText(sentence).first()).toBeVisible();
    return page;
  };

/** After `state`, a form with these texts in its fields, by label. */
export const typed =
  (state: State, fields: Record<string, string>): State =>
  async (stage) => {
    const page = await state(stage);
    for (const [label, text] of Object.entries(fields)) await page.getByLabel(label).fill(text);
    return page;
  };

export const choose = (label: string, value: string) => async (page: Page) => {
  await page.getByLabel(label, { exact: true }).selectOption(value);
};
export const press = (name: string) => async (page: Page) => {
  await page.getByRole("button", { name, exact: true }).click();
};

/** A button of the page, and what it opens. */
export const opened =
  (state: State, button: string | RegExp, role: "dialog" | "alertdialog" | "menu"): State =>
  async (stage) => {
    const page = await state(stage);
    await page.getByRole("button", { name: button }).first().click();
    await expect(page.getByRole(role)).toBeVisible();
    return page;
  };

/** An entry of a menu, and what it opens. */
export const chosen =
  (state: State, menu: string | RegExp, entry: string, role: "dialog" | "alertdialog"): State =>
  async (stage) => {
    const page = await opened(state, menu, "menu")(stage);
    await page.getByRole("menuitem", { name: entry, exact: true }).click();
    await expect(page.getByRole("menu")).toHaveCount(0);
    await expect(page.getByRole(role)).toBeVisible();
    return page;
  };

/** A page as somebody else sees it. */
export const seenBy =
  (userId: (stage: Stage) => string | Promise<string>, state: State): State =>
  async (stage) => {
    await signIn(stage.visitor.context(), await userId(stage));
    return state({ ...stage, page: stage.visitor });
  };
