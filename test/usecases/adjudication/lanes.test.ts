import { describe, expect, it } from 'vitest';
import { Lanes } from '../../../server/usecases/adjudication/lanes.ts';

function recordBatches(answer: (item: string) => string = (item) => item.toUpperCase()) {
  const batches: string[][] = [];
  const lanes = new Lanes<string, string>(
    async (items) => {
      batches.push([...items]);
      await new Promise((resolve) => setImmediate(resolve));
      return items.map(answer);
    },
    { lanes: 1, batchSize: 3 },
  );
  return { batches, lanes };
}

describe('lanes', () => {
  it('send a lone item at once and gather what arrives meanwhile', async () => {
    const { batches, lanes } = recordBatches();
    const first = lanes.submit('c', 'a');
    await new Promise((resolve) => setImmediate(resolve));
    const rest = ['b', 'c', 'd', 'e'].map((item) => lanes.submit('c', item));
    expect(await Promise.all([first, ...rest])).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect(batches[0]).toEqual(['a']);
    expect(batches.slice(1)).toEqual([['b', 'c', 'd'], ['e']]);
  });

  it('reject the items of a batch that throws, and go on with the next', async () => {
    let calls = 0;
    const lanes = new Lanes<string, string>(
      (items) => (++calls === 1 ? Promise.reject(new Error('away')) : Promise.resolve([...items])),
      { lanes: 1, batchSize: 1 },
    );
    await expect(lanes.submit('c', 'a')).rejects.toThrow('away');
    expect(await lanes.submit('c', 'b')).toBe('b');
  });

  it('keep one customer in one lane, in order', async () => {
    const seen: string[] = [];
    const lanes = new Lanes<string, string>(
      async (items) => {
        seen.push(...items);
        await new Promise((resolve) => setImmediate(resolve));
        return [...items];
      },
      { lanes: 7, batchSize: 2 },
    );
    await Promise.all(['1', '2', '3', '4', '5'].map((item) => lanes.submit('same', item)));
    expect(seen).toEqual(['1', '2', '3', '4', '5']);
  });
});
