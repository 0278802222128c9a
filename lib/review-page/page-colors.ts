type Rgb = readonly [number, number, number];

export type PageColors = Record<"light" | "dark", { accent: string; onAccent: string }>;

/** The least favourable surface of each scheme, as in the page's style sheet. */
const SURFACE = { light: "#f3f4f6", dark: "#1f242c" } as const;
const MIN_CONTRAST = 4.6;

/**
 * A project's colour, moved towards black or white until text and buttons in it can be read on either scheme
 * (WCAG 2.2, 1.4.3: 4.5 to 1).
 */
export function pageColors(color: string): PageColors {
  return {
    light: { accent: readable(color, SURFACE.light, [0, 0, 0]), onAccent: "#ffffff" },
    dark: { accent: readable(color, SURFACE.dark, [255, 255, 255]), onAccent: "#0d1117" },
  };
}

/** Contrast of two `#rrggbb` colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(toRgb(one)), luminance(toRgb(other))].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function readable(color: string, surface: string, towards: Rgb): string {
  const start = toRgb(color);
  for (let share = 0; share < 1; share += 0.04) {
    const [r, g, b] = start;
    const mixed = toHex([mix(r, towards[0], share), mix(g, towards[1], share), mix(b, towards[2], share)]);
    if (contrast(mixed, surface) >= MIN_CONTRAST) return mixed;
  }
  return toHex(towards);
}

const mix = (from: number, to: number, share: number): number => Math.round(from + (to - from) * share);

function toRgb(color: string): Rgb {
  const digits = /^#([0-9a-f]{6})$/i.exec(color)?.[1] ?? "0f766e";
  const part = (at: number) => Number.parseInt(digits.slice(at, at + 2), 16);
  return [part(0), part(2), part(4)];
}

const toHex = (rgb: Rgb): string => `#${rgb.map((part) => part.toString(16).padStart(2, "0")).join("")}`;

function luminance(rgb: Rgb): number {
  const [r = 0, g = 0, b = 0] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
