"use server";

import { z } from "zod";
import { projectAction } from "@/lib/actions/project-action";
import { createRatingLink } from "@/lib/rating-links/commands/create-rating-link";

const input = z.object({ customerId: z.string().min(1).max(100) });

export const createRatingLinkAction = projectAction({ permission: "ask", input }, (access, { customerId }) =>
  createRatingLink(access, customerId),
);
