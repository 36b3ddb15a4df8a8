import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import type { ReactElement } from 'react';
import type { PreviewReply } from '../../../server/contract/http/policy-requests.ts';
import type { Parameter } from '../../../server/contract/policy-vocabulary.ts';
import { useDraft } from '../draft/use-draft.tsx';
import { listRulesByParameter } from '../model/list-rules-by-parameter.ts';
import { ParameterRow } from './parameter-row.tsx';
import type { WindowEnds } from './row-effects.tsx';
import type { WindowExample } from './use-preview.ts';
import { useUnsetReferrals } from './use-unset-referrals.ts';

export interface ParameterSectionProps {
  readonly title: string;
  readonly parameters: readonly Parameter[];
  readonly preview: { readonly data: PreviewReply | undefined; readonly busy: boolean };
  readonly example: WindowExample;
  readonly onFocus: (name: string) => void;
}

/** The parameters of one section; nothing where none is shown. */
export function ParameterSection(props: ParameterSectionProps): ReactElement | null {
  const { title, parameters, preview, example, onFocus } = props;
  const id = useId();
  const { content, version } = useDraft();
  const referrals = useUnsetReferrals(version.policy);
  const rules = listRulesByParameter(content);
  if (parameters.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <Typography id={id} variant="h2" sx={{ px: 2, pt: 2, pb: 0.5 }}>
        {title}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {parameters.map((parameter) => (
          <ParameterRow
            key={parameter.name}
            parameter={parameter}
            rules={rules.get(parameter.name) ?? []}
            busy={preview.busy}
            example={example}
            referrals={referrals.get(parameter.name) ?? 0}
            onFocus={() => onFocus(parameter.name)}
            flips={preview.data?.flips.filter((row) => row.parameter === parameter.name) ?? []}
            ends={findEnds(preview.data, parameter.name, example)}
          />
        ))}
      </Box>
    </section>
  );
}

function findEnds(data: PreviewReply | undefined, name: string, example: WindowExample): WindowEnds | null {
  const found = data?.windows[name];
  if (found === undefined) return null;
  const at = (text: string | null): number | null => (text === null ? null : Date.parse(text));
  const { liveShift, draftShift } = found;
  return { example, liveEndAt: at(found.live), draftEndAt: at(found.draft), liveShift, draftShift };
}
