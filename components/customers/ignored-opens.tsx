/** How often a rating link was opened in vain; nothing where it wasn't. */
export function IgnoredOpens({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <span
      className="text-muted-foreground"
      title="Opened by what could be a mail scanner or a link preview, and confirmed by nobody. Nothing was saved."
    >
      {count === 1 ? "1 automatic open ignored" : `${count} automatic opens ignored`}
    </span>
  );
}
