import type { Metadata } from "next";
import { RefusedPage } from "@/app/_pages/refused-page";

export const metadata: Metadata = { title: "Not found" };

export default function ProjectNotFound() {
  return <RefusedPage status={404} />;
}
