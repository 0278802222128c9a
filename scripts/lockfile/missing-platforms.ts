export type LockPackage = {
  version?: string;
  license?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  engines?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
};

export type Lockfile = { packages: Record<string, LockPackage> };

export type MissingPlatform = { name: string; version: string; parent: LockPackage };

/**
 * Optional packages of other platforms that a lockfile names but doesn't hold. npm leaves them out when the registry it
 * was written against lacks them; `npm ci` then refuses everywhere, and a Mac would go without its binaries.
 */
export function missingPlatforms({ packages }: Lockfile): MissingPlatform[] {
  return Object.entries(packages).flatMap(([path, parent]) =>
    Object.entries(parent.optionalDependencies ?? {})
      .filter(([name]) => !isHeld(packages, path, name))
      .map(([name, version]) => ({ name, version, parent })),
  );
}

/** Looks in the package's own folder, then in each above it, as Node does. */
function isHeld(packages: Lockfile["packages"], path: string, name: string): boolean {
  const parts = path.split("/node_modules/");
  return [...parts.keys(), parts.length].some((count) => {
    const folder = parts.slice(0, count).join("/node_modules/");
    return packages[`${folder ? `${folder}/` : ""}node_modules/${name}`] !== undefined;
  });
}
