"use client";

import { ChevronsUpDown, Plus } from "lucide-react";
import { Menu, MenuContent, MenuLink, MenuSeparator, MenuTrigger } from "@/components/ui/menu";
import { paths } from "@/lib/paths";
import type { ProjectItem } from "@/lib/projects/queries";

/** Which project one is in, and the way to the others. */
export function ProjectSwitcher({ projects, slug }: { projects: ProjectItem[]; slug: string }) {
  const current = projects.find((project) => project.slug === slug);
  const name = current?.name ?? slug;
  return (
    <Menu>
      <MenuTrigger
        aria-label={`Project: ${name}`}
        className="flex h-9 w-full min-w-0 items-center gap-2 rounded-md px-2 text-left transition-colors hover:bg-hover data-popup-open:bg-hover pointer-coarse:h-11"
      >
        <ProjectTile name={name} />
        <span className="min-w-0 flex-1 truncate text-sm font-semibold" dir="auto">
          {name}
        </span>
        <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted-foreground" />
      </MenuTrigger>
      <MenuContent align="start" className="w-60 max-w-[calc(100vw-2rem)]">
        {projects.map((project) => (
          <MenuLink key={project.slug} href={paths.overview(project.slug)} current={project.slug === slug}>
            <ProjectTile name={project.name} />
            <span className="min-w-0 flex-1 truncate" dir="auto">
              {project.name}
            </span>
          </MenuLink>
        ))}
        <MenuSeparator />
        <MenuLink href={paths.newProject()}>
          <Plus aria-hidden />
          New project
        </MenuLink>
      </MenuContent>
    </Menu>
  );
}

function ProjectTile({ name }: { name: string }) {
  const [first = ""] =
    new Intl.Segmenter().segment(name.trim())[Symbol.iterator]().next().value?.segment ?? "";
  return (
    <span
      aria-hidden
      className="flex size-5 shrink-0 items-center justify-center rounded-sm bg-primary-subtle text-[0.6875rem] font-semibold text-primary-text uppercase"
    >
      {first}
    </span>
  );
}
