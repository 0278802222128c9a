import { pageColors } from "@/lib/review-page/page-colors";

const FONT =
  "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,'Noto Sans',sans-serif,'Apple Color Emoji','Segoe UI Emoji'";
const WRAP = { overflowWrap: "anywhere", wordBreak: "break-word" } as const;

/** Inline styles of a mail, for the light scheme; mail programs drop most of what isn't inline. */
export function emailStyle(color: string) {
  const { accent, onAccent } = pageColors(color).light;
  return {
    body: { backgroundColor: "#f3f4f6", margin: 0, padding: "24px 8px", fontFamily: FONT },
    container: { width: "100%", maxWidth: "560px" },
    card: { backgroundColor: "#ffffff", borderTop: `4px solid ${accent}`, borderRadius: "8px" },
    cardCell: { padding: "24px 12px" },
    heading: {
      color: accent,
      fontSize: "20px",
      lineHeight: "28px",
      fontWeight: 700,
      margin: "0 0 16px",
      ...WRAP,
    },
    text: { color: "#111827", fontSize: "16px", lineHeight: "24px", margin: "0 0 16px", ...WRAP },
    stars: { tableLayout: "fixed", margin: "8px 0 24px" },
    starCell: { padding: "0 2px", textAlign: "center" },
    star: {
      display: "block",
      color: accent,
      border: `1px solid ${accent}`,
      borderRadius: "8px",
      padding: "8px 0",
      textDecoration: "none",
    },
    starMark: { display: "block", fontSize: "20px", lineHeight: "28px", fontWeight: 700 },
    starWord: { display: "block", fontSize: "12px", lineHeight: "16px", minHeight: "32px" },
    buttonRow: { margin: "8px 0 24px" },
    button: {
      backgroundColor: accent,
      color: onAccent,
      borderRadius: "8px",
      fontSize: "16px",
      lineHeight: "24px",
      fontWeight: 700,
      padding: "12px 24px",
      textDecoration: "none",
    },
    foot: { padding: "16px" },
    small: { color: "#4b5563", fontSize: "13px", lineHeight: "20px", margin: "0 0 8px", ...WRAP },
    smallLink: { color: "#374151", textDecoration: "underline" },
  } as const;
}

/** The dark scheme, and what only a style sheet can say. Its classes stand in `email-document.tsx`. */
export function emailCss(color: string): string {
  const { accent, onAccent } = pageColors(color).dark;
  return [
    ":root{color-scheme:light dark;supported-color-schemes:light dark}",
    "@media (prefers-color-scheme:dark){",
    ".page,.page>table>tbody>tr>td{background-color:#0d1117!important}",
    `.card{background-color:#161b22!important;border-top-color:${accent}!important}`,
    ".words{color:#e6edf3!important}",
    `.accent{color:${accent}!important;border-color:${accent}!important}`,
    `.button{background-color:${accent}!important;color:${onAccent}!important}`,
    ".small{color:#b1bac4!important}",
    "}",
    "@media (max-width:360px){.star{padding:0 1px!important}.star-word{font-size:11px!important}}",
  ].join("");
}
