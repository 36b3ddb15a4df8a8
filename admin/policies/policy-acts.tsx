import Button from '@mui/material/Button';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { PolicyFiles, PolicyView } from '../../server/contract/http/policy-view.ts';
import { useMay } from '../api/may.ts';
import { read } from '../api/request.ts';
import { describeError } from '../common/describe-error.ts';
import { downloadJson } from './download-json.ts';
import { EmergencyAct } from './emergency-act.tsx';
import { ImportAct } from './import-act.tsx';
import { RollBackAct } from './roll-back-act.tsx';
import { StartDraftButton } from './start-draft-button.tsx';
import { useWords } from './use-words.ts';

/** What can be done with a policy, as far as the person may. */
export function PolicyActs({ policy }: { readonly policy: PolicyView }): ReactElement {
  const { acts: words } = useWords();
  const may = useMay();
  const t = useTranslate();
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const numbers = policy.timeline.flatMap(({ number }) => (number === null ? [] : [number])).toSorted((a, b) => b - a);
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      downloadJson(
        `${policy.id}-v${policy.live?.number ?? 0}.json`,
        await read<PolicyFiles>(`/api/policies/${policy.id}/export`),
      );
    } catch (failure) {
      notify(describeError(failure, t).title, { type: 'error' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {numbers.length < 2 ? null : (
        <Button component={RouterLink} to={`/policies/${policy.id}/show/compare?from=${numbers[1]}&to=${numbers[0]}`}>
          {words.compare}
        </Button>
      )}
      {policy.live === null ? null : (
        <Button disabled={busy} onClick={() => void save()}>
          {words.export}
        </Button>
      )}
      {may('edit', 'policy', policy.id) ? <ImportAct policy={policy} /> : null}
      {may('roll_back', 'policy', policy.id) ? <RollBackAct policy={policy} /> : null}
      {may('request_emergency', 'policy', policy.id) ? <EmergencyAct policy={policy} /> : null}
      <StartDraftButton policy={policy.id} from={policy.live?.number ?? null} label={words.startDraft} />
    </>
  );
}
