/**
 * @typedef {{ version?: string, optional?: boolean, link?: boolean, extraneous?: boolean }} LockedPackage
 * @typedef {{ packages: Record<string, LockedPackage> }} Lockfile
 */

/**
 * True when `node_modules` (its hidden lockfile) holds what the project's lockfile asks for. Versions are compared, not
 * times, since a fresh clone and a copied folder have times that mean nothing.
 *
 * @param {Lockfile} wanted
 * @param {Lockfile} installed
 */
export function hasInstalled(wanted, installed) {
  return Object.entries(wanted.packages).every(([folder, locked]) => {
    if (folder === "" || locked.link || locked.extraneous) return true;
    const present = installed.packages[folder];
    return present ? present.version === locked.version : locked.optional === true;
  });
}
