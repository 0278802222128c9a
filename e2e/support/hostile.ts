/** A name of exactly 200 characters as somebody malicious, or far away, would choose it. */
export const HOSTILE =
  `<script>hacked=1</script><img src=x onerror=hacked=1> محمد 🥐 ${"Longword".repeat(40)}`.slice(0, 200);

export const HOSTILE_URL = `/hooks/${"a-very-long-path/".repeat(110)}?q=<script>hacked=1</script>&end=here`;

export const HOSTILE_TEXT = `</p><script>hacked=1</script> ‮evil‬ 🥐🥐\n\n${"x".repeat(400)}\n${"Words and words. ".repeat(80)}`;
