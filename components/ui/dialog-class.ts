/** The veil behind dialog and confirm dialog. */
export const dialogBackdropClass =
  "veil fixed inset-0 z-40 min-h-dvh bg-overlay transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0";

/** The window of dialog and confirm dialog; taller ones scroll within. */
export const dialogPopupClass =
  "fixed top-[12dvh] left-1/2 z-50 flex max-h-[80dvh] w-[calc(100vw-2rem)] max-w-lg -translate-x-1/2 flex-col gap-4 overflow-y-auto overscroll-contain scroll-pb-20 rounded-xl border bg-popover p-5 text-foreground shadow-popup transition-[scale,opacity] duration-150 ease-out data-ending-style:scale-[0.98] data-ending-style:opacity-0 data-starting-style:scale-[0.98] data-starting-style:opacity-0";

/** The buttons at their end stay in sight while a tall one scrolls, and what goes on beneath fades out. */
export const dialogActionsClass =
  "relative z-1 -mx-5 -mb-5 flex flex-wrap items-center justify-end gap-2 bg-popover px-5 pt-1 pb-5 before:pointer-events-none before:absolute before:inset-x-0 before:bottom-full before:h-4 before:bg-linear-to-t before:from-popover before:to-transparent [@media(min-height:24rem)]:sticky [@media(min-height:24rem)]:-bottom-5";
