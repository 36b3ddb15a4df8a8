import type { ReactElement } from 'react';
import type { PolicyVersionRow } from '../../server/contract/http/policy-version-view.ts';
import { StartDraftButton } from '../policies/start-draft-button.tsx';
import { useWords } from '../policies/use-words.ts';

/** Begins a draft from a version that can be read and not changed. Absent for a draft, which is changed itself. */
export function StartFromVersion({
  version: { id, policy, number, status },
}: {
  readonly version: Pick<PolicyVersionRow, 'id' | 'policy' | 'number' | 'status'>;
}): ReactElement | null {
  const { acts } = useWords();
  if (status === 'draft') return null;
  return <StartDraftButton policy={policy} from={number ?? id} label={acts.startFromThis} variant="text" />;
}
