import type { Metadata } from "next";
import { RefusedPage } from "@/app/_pages/refused-page";

export const metadata: Metadata = { title: "Not allowed" };

export default function ProjectForbidden() {
  return <RefusedPage status={403} />;
}
