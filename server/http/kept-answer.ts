/** Tells the display names of `user/<id>`; an unknown one is absent. */
type NameActors = (actors: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** Somebody as an answer shows them. */
interface ShownPerson {
  readonly id: string;
  readonly name: string;
}

/**
 * An answer as it is kept for a repeat of its request: without the names of people, since what is kept cannot be changed
 * and holds ids alone.
 */
export function keepAnswer(answer: unknown): string {
  return JSON.stringify(answer, (_name, value: unknown) => (isPerson(value) ? { ...value, name: '' } : value));
}

/** An answer that was kept, with the names that its people have today. */
export async function recallAnswer(kept: string, nameActors: NameActors): Promise<unknown> {
  const people = new Set<string>();
  const answer: unknown = JSON.parse(kept, (_name, value: unknown) => {
    if (isPerson(value)) people.add(value.id);
    return value;
  });
  if (people.size === 0) return answer;
  const names = await nameActors([...people]);
  return fillNames(answer, names);
}

function fillNames(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item) => fillNames(item, names));
  if (typeof value !== 'object' || value === null) return value;
  if (isPerson(value)) return { ...value, name: names.get(value.id) ?? value.id };
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, fillNames(part, names)])) as unknown;
}

function isPerson(value: unknown): value is ShownPerson {
  if (typeof value !== 'object' || value === null || !('id' in value) || !('name' in value)) return false;
  return typeof value.id === 'string' && value.id.startsWith('user/') && typeof value.name === 'string';
}
