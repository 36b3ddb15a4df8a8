/** Address of a list with these filters set, so that a number can lead to its rows. */
export function listLink(resource: string, filter: Readonly<Record<string, string | undefined>>): string {
  const set = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''));
  return `/${resource}?filter=${encodeURIComponent(JSON.stringify(set))}`;
}

/** First and last millisecond of a UTC day, given as YYYY-MM-DD. */
export function dayBounds(day: string): { readonly from: string; readonly until: string } {
  return { from: `${day}T00:00:00.000Z`, until: `${day}T23:59:59.999Z` };
}
