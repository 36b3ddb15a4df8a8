import { lazy, Suspense } from 'react';
import type { ReactElement } from 'react';
import { Route, Routes, useParams } from 'react-router-dom';
import type { PolicyView } from '../../server/contract/http/policy-view.ts';
import { useRead } from '../api/use-read.ts';
import { PageHeading } from '../common/page-heading.tsx';
import { StateView, Waiting } from '../common/state-view.tsx';
import { PolicyOverview } from './policy-overview.tsx';

const PolicyClauses = lazy(async () => ({ default: (await import('./policy-clauses.tsx')).PolicyClauses }));
const PolicyCompare = lazy(async () => ({ default: (await import('./policy-compare.tsx')).PolicyCompare }));

/** `/policies/:id/show`, its clauses and the comparison of two versions. */
export function PolicyPage(): ReactElement {
  const { id = '' } = useParams();
  const result = useRead<PolicyView>(`/api/policies/${encodeURIComponent(id)}`);
  return (
    <>
      {result.data === undefined ? <PageHeading title={id} /> : null}
      <StateView result={result} rows={8}>
        {(policy) => (
          <Suspense fallback={<Waiting rows={8} />}>
            <Routes>
              <Route index element={<PolicyOverview policy={policy} />} />
              <Route path="clauses" element={<PolicyClauses policy={policy} />} />
              <Route path="compare" element={<PolicyCompare policy={policy} />} />
            </Routes>
          </Suspense>
        )}
      </StateView>
    </>
  );
}
