import type { MessageChannel } from "@/lib/db/generated/enums";
import {
  LINK_PLACEHOLDERS_OF,
  VALUE_PLACEHOLDERS,
  type LinkPlaceholder,
} from "@/lib/messages/content/placeholders";
import { templateParts } from "@/lib/messages/content/template-parts";

const SHOWN_MAX = 40;

/** What is wrong with a mail's subject, in a sentence that names it, or null. */
export function subjectProblem(subject: string): string | null {
  const link = templateParts(subject).find((part) => part.kind === "links");
  return typingProblem(subject) ?? (link ? `${braced(link.name)} can't stand in the subject.` : null);
}

/** What is wrong with the body of a channel's template, in a sentence that names it, or null. */
export function bodyProblem(channel: MessageChannel, body: string): string | null {
  const links = templateParts(body).flatMap((part) => (part.kind === "links" ? [part.name] : []));
  return typingProblem(body) ?? linksProblem(channel, links);
}

function typingProblem(template: string): string | null {
  const text = templateParts(template)
    .map((part) => (part.kind === "text" ? part.text : " "))
    .join("");
  const unknown = [...new Set(text.match(/\{\{[^{}]*\}\}/g))].map(shortened);
  if (unknown.length > 0) {
    const known = listOf(VALUE_PLACEHOLDERS.map(braced), "disjunction");
    const verb = unknown.length === 1 ? "isn't" : "aren't";
    return `${listOf(unknown, "conjunction")} ${verb} known here. Use ${known}.`;
  }
  const stray = /\{\{|\}\}/.exec(text);
  if (!stray) return null;
  const around = text.slice(Math.max(0, stray.index - 10), stray.index + 20).trim();
  return `A placeholder isn't whole: “${around}”. Write it like {{first_name}}.`;
}

function linksProblem(channel: MessageChannel, links: readonly LinkPlaceholder[]): string | null {
  const allowed = LINK_PLACEHOLDERS_OF[channel];
  const names = listOf(allowed.map(braced), "disjunction");
  const foreign = links.find((link) => !allowed.includes(link));
  if (foreign) return `${braced(foreign)} is for SMS. In an e-mail write {{rating_links}}.`;
  if (links.length > 1) return `Use ${names} only once.`;
  return links.length === 1 ? null : `Put ${names} where customers find the rating links.`;
}

const braced = (name: string): string => `{{${name}}}`;

const shortened = (typed: string): string =>
  typed.length > SHOWN_MAX ? `${typed.slice(0, SHOWN_MAX)}…` : typed;

const listOf = (items: readonly string[], type: "conjunction" | "disjunction"): string =>
  new Intl.ListFormat("en-GB", { type }).format(items);
