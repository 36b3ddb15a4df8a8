/** Id of a field of a parameter's row; what is typed in it is kept under the same. */
export function fieldIdOf(parameter: string, part: string): string {
  return `${startOf(parameter)}${part}`;
}

/** Whether something is kept for a field of this parameter's row. */
export function isFieldOf(parameter: string, key: string): boolean {
  return key.startsWith(startOf(parameter));
}

function startOf(parameter: string): string {
  return `parameter/${parameter}/`;
}
