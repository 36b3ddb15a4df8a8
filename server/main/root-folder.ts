/** The project's folder as a file URL, whether this runs from the sources or from `dist/`. */
export function rootFolder(): URL {
  return new URL(import.meta.url.includes('/dist/server/main/') ? '../../../' : '../../', import.meta.url);
}
