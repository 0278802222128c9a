/** The first stop of the keyboard: past the navigation, to `#content`. */
export function SkipLink() {
  return (
    <a
      href="#content"
      className="fixed top-2 left-2 z-60 -translate-y-16 rounded-md bg-foreground px-3 py-2 text-sm font-medium text-background focus-visible:translate-y-0"
    >
      Skip to content
    </a>
  );
}
