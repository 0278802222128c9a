"use server";

import { projectAction } from "@/lib/actions/project-action";
import { userAction } from "@/lib/actions/user-action";
import { createProject, deleteProject, updateProject } from "@/lib/projects/commands";
import { createProjectInput, deleteProjectInput, updateProjectInput } from "@/lib/projects/schema";

export const createProjectAction = userAction({ input: createProjectInput }, createProject);

export const updateProjectAction = projectAction(
  { permission: "manage_settings", input: updateProjectInput },
  updateProject,
);

export const deleteProjectAction = projectAction(
  { permission: "delete_project", input: deleteProjectInput },
  deleteProject,
);
