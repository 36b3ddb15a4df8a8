const OLDEST = [20, 19];

/**
 * Whether a Node version is new enough.
 * @param {string} version as in `process.versions.node`
 */
export function isNodeSupported(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

/** Ends the process with one message where Node is too old. Kept in syntax that old versions can read. */
export function demandNode() {
  if (isNodeSupported(process.versions.node)) return;
  console.error(
    `Redress could not start: it needs Node ${OLDEST.join('.')} or later, and this is Node ${process.versions.node}.`,
  );
  console.error(
    '  → install a newer Node (https://nodejs.org), or switch with a version manager: .nvmrc names a version that works',
  );
  process.exit(1);
}
