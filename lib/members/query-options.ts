import { queryOptions } from "@tanstack/react-query";
import { unwrap } from "@/lib/actions/result";
import { listMembersAction } from "@/lib/members/actions";

/** Members and open invitations of a project. */
export const membersQuery = (projectSlug: string) =>
  queryOptions({
    queryKey: ["members", projectSlug],
    queryFn: () => unwrap(listMembersAction(projectSlug, null)),
  });
