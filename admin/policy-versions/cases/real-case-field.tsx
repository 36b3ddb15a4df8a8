import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import type { ReactElement } from 'react';
import { useTranslate } from 'react-admin';
import type { CaseView } from '../../../server/contract/http/case-view.ts';
import { useWords } from '../../policies/use-words.ts';
import { useRecentCases } from './use-recent-cases.ts';

export interface RealCaseFieldProps {
  readonly policy: string;
  /** Id of the case that is chosen or typed; empty: none. */
  readonly value: string;
  readonly onChange: (caseId: string) => void;
  /** Opens with its list, where choosing is what comes first. */
  readonly autoFocus?: boolean;
}

/** A real case: one of the latest, which are offered at once, or any other by its id. */
export function RealCaseField({ policy, value, onChange, autoFocus = false }: RealCaseFieldProps): ReactElement {
  const { try: words } = useWords();
  const t = useTranslate();
  const recent = useRecentCases(policy);
  const label = ({ id, subject, claim, disposition }: CaseView): string =>
    [
      id,
      `${t(`subjectType.${subject.type}`)} ${subject.id}`,
      t(`claimReason.${claim.reason}`),
      t(`disposition.${disposition}`),
    ].join(' · ');
  return (
    <Autocomplete
      freeSolo
      openOnFocus
      options={recent.map(label)}
      inputValue={value}
      sx={{ maxWidth: 640 }}
      slotProps={{ paper: { 'aria-label': words.caseId } }}
      onInputChange={(_event, next) => onChange(next.split(' · ')[0]?.trim() ?? '')}
      renderInput={(params) => (
        <TextField {...params} label={words.caseId} helperText={words.caseHelp} autoFocus={autoFocus} />
      )}
    />
  );
}
