import { describe, expect, it } from 'vitest';
import type { PolicyUseCases } from '../../../server/http/policy-use-cases.ts';
import { OWNER } from '../../journeys/people.ts';
import { draftChange, submit, withText } from '../../journeys/policy-acts.ts';
import { DraftWorld } from '../drafts/draft-world.ts';

const summaryOf = async (api: PolicyUseCases, id: string) =>
  (await api.getPolicy('anumi')).timeline.find((row) => row.id === id);

describe('the timeline of a policy', () => {
  it('tells of a draft what it says in this database, whatever another one has under its name', async () => {
    for (const text of ['one word', 'another word']) {
      const { api } = await DraftWorld.of('anumi');
      const { id } = await submit(api, await draftChange(api, 'anumi', (content) => withText(content, text)));
      expect((await summaryOf(api, id))?.summary.en).toContain(text);
    }
  });

  it('tells of an outcome that was accepted since it was told last', async () => {
    const { api } = await DraftWorld.of('anumi');
    const draft = await draftChange(api, 'anumi', (content) => withText(content, 'a word'));
    await submit(api, draft);
    expect(await summaryOf(api, draft.id)).toMatchObject({ changes: 1 });
    await api.withdrawVersion(draft.id, undefined, OWNER);
    const [row] = draft.gate.cases.rows;
    await api.acceptCase(draft.id, { caseName: row?.name ?? '', reason: 'it is looked at again' }, OWNER);
    await submit(api, draft);
    expect(await summaryOf(api, draft.id)).toMatchObject({ changes: 2 });
  });
});
