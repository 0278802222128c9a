"use client";

import { useEffect } from "react";
import { lastProjectCookie } from "@/lib/projects/last-project";

const yearInSeconds = 365 * 24 * 60 * 60;

/** Notes the open project in a cookie, so that the app opens with it next time. */
export function RememberProject({ slug }: { slug: string }) {
  useEffect(() => {
    document.cookie = `${lastProjectCookie}=${slug}; Path=/; Max-Age=${yearInSeconds}; SameSite=Lax`;
  }, [slug]);
  return null;
}
