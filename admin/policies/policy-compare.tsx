import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { SemanticDiffView } from '../../server/contract/http/policy-change-view.ts';
import type { PolicyView } from '../../server/contract/http/policy-view.ts';
import { useRead } from '../api/use-read.ts';
import { PageHeading } from '../common/page-heading.tsx';
import { Panel } from '../common/panel.tsx';
import { TextLink } from './text-link.tsx';
import { StateView } from '../common/state-view.tsx';
import { SemanticDiff } from '../policy-versions/semantic-diff.tsx';
import { ChooseVersion } from './choose-version.tsx';
import { useWords } from './use-words.ts';

/** What differs between two numbered versions; both are in the address, so that a link shows the same. */
export function PolicyCompare({ policy }: { readonly policy: PolicyView }): ReactElement {
  const { compare: words, clauses } = useWords();
  const [params, setParams] = useSearchParams();
  const numberOf = (key: string): number | null => {
    const found = Number(params.get(key));
    return policy.timeline.some(({ number }) => number === found) ? found : null;
  };
  const [from, to] = [numberOf('from'), numberOf('to')];
  const result = useRead<SemanticDiffView>(
    from === null || to === null ? null : `/api/policies/${policy.id}/compare?from=${from}&to=${to}`,
    { keep: true },
  );
  const choose = (key: string, number: number): void =>
    setParams({ from: String(from ?? ''), to: String(to ?? ''), [key]: String(number) });
  return (
    <>
      <PageHeading title={words.title(policy.name)} pageKey={`compare/${policy.id}`}>
        <TextLink to={`/policies/${policy.id}/show`}>{clauses.back}</TextLink>
      </PageHeading>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: 'minmax(0,1fr)', sm: 'repeat(2, minmax(0,1fr))' },
          maxWidth: 900,
        }}
      >
        <ChooseVersion
          policy={policy}
          label={words.from}
          value={from}
          onChange={(number) => choose('from', number)}
          admits={() => true}
        />
        <ChooseVersion
          policy={policy}
          label={words.to}
          value={to}
          onChange={(number) => choose('to', number)}
          admits={() => true}
        />
      </Box>
      {from === null || to === null ? (
        <Typography sx={{ color: 'text.secondary' }}>{words.choose}</Typography>
      ) : (
        <Panel title={`v${from} → v${to}`}>
          <StateView result={result} rows={4}>
            {({ items }) =>
              items.length === 0 ? <Typography>{words.same}</Typography> : <SemanticDiff items={items} switchable />
            }
          </StateView>
        </Panel>
      )}
    </>
  );
}
