/** The box shared by input, textarea and select. */
export const controlClass =
  "w-full min-w-0 rounded-md border border-input bg-background px-2.5 text-sm text-foreground transition-colors focus-visible:outline-2 focus-visible:-outline-offset-1 focus-visible:outline-ring disabled:cursor-not-allowed disabled:bg-muted disabled:text-muted-foreground data-invalid:border-destructive aria-invalid:border-destructive dark:bg-muted/50 pointer-coarse:text-base";
