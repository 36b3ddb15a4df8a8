import HelpOutline from '@mui/icons-material/HelpOutlined';
import ErrorOutline from '@mui/icons-material/ErrorOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import type { Parameter } from '../../../server/contract/policy-vocabulary.ts';
import { SENTENCES } from '../../../server/contract/sentences.ts';
import { ClauseRef } from '../../common/clause-ref.tsx';
import { ToneChip } from '../../common/tone-chip.tsx';
import { useStaffLocale, useWords } from '../../policies/use-words.ts';
import { MONO } from '../../theme/create-theme-options.ts';
import { useDraft } from '../draft/use-draft.tsx';

export interface ParameterNameProps {
  readonly parameter: Parameter;
  readonly original: Parameter | null;
  readonly changed: boolean;
}

/** What a parameter is called, what it is for, which clauses it carries out and where its value comes from. */
export function ParameterName({ parameter, original, changed }: ParameterNameProps): ReactElement {
  const words = useWords().parameters;
  const locale = useStaffLocale();
  const { content } = useDraft();
  const paraphrases = new Map(content.clauses.map(({ id, paraphrase }) => [id, paraphrase]));
  const { provenance } = parameter;
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography variant="h3">{parameter.label[locale]}</Typography>
      <Box
        component="span"
        sx={{ fontFamily: MONO, fontSize: '0.75rem', color: 'text.secondary', overflowWrap: 'anywhere' }}
      >
        {parameter.name}
      </Box>
      {parameter.note === undefined ? null : (
        <Typography variant="caption" component="p" lang="en" sx={{ color: 'text.secondary' }}>
          {parameter.note}
        </Typography>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mt: 0.5, fontSize: '0.8125rem' }}>
        {parameter.clauses.map((id) => (
          <ClauseRef key={id} id={id} paraphrase={paraphrases.get(id)} />
        ))}
        {provenance === 'assumed' ? (
          <ToneChip size="small" tone="assumed" icon={HelpOutline} label={words.provenance.assumed} />
        ) : null}
        {provenance === 'unset' ? (
          <ToneChip size="small" tone="unset" icon={ErrorOutline} label={words.provenance.unset} />
        ) : null}
        {provenance === 'stated' || provenance === 'confirmed' ? (
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {words.provenance[provenance]}
          </Box>
        ) : null}
      </Box>
      {changed && original?.provenance === 'stated' && original.kind !== 'matrix' ? (
        <Typography variant="caption" component="p" sx={{ color: 'tone.assumed.fg', mt: 0.5 }}>
          ! {words.textSays(SENTENCES.parameterValue(original)[locale])}
        </Typography>
      ) : null}
    </Box>
  );
}
