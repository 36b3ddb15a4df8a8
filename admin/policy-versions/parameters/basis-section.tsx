import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId, useRef } from 'react';
import type { ReactElement } from 'react';
import { VERSION_BASES } from '../../../server/contract/policy-vocabulary.ts';
import type { PolicyContent } from '../../../server/contract/policy-vocabulary.ts';
import { SENTENCES } from '../../../server/contract/sentences.ts';
import { useStaffLocale, useWords } from '../../policies/use-words.ts';
import { useDraft } from '../draft/use-draft.tsx';
import { setVersionBasis } from '../model/edit-content.ts';
import { RadioChoice } from './radio-choice.tsx';
import { RowFrame } from './row-frame.tsx';

type Basis = PolicyContent['versionBasis'];

const FIELD = 'versionBasis';

/** What is set for the policy as a whole: which version governs a claim. */
export function BasisSection({ onFocus }: { readonly onFocus: () => void }): ReactElement {
  const words = useWords().parameters;
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Typography id={id} variant="h2" sx={{ px: 2, pt: 2, pb: 0.5 }}>
        {words.section.policy}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        <BasisRow onFocus={onFocus} />
      </Box>
    </section>
  );
}

/** The version that counts, live and in the draft, with what each choice does. */
function BasisRow({ onFocus }: { readonly onFocus: () => void }): ReactElement {
  const words = useWords().parameters;
  const locale = useStaffLocale();
  const { content, live, editable, edit, announce } = useDraft();
  const entered = useRef<Basis | null>(null);
  const [now, original] = [content.versionBasis, live.versionBasis];
  const name = SENTENCES.head(FIELD)[locale];
  const say = (basis: Basis): string => SENTENCES.headValue(FIELD, basis)?.[locale] ?? basis;
  const putBack = (basis: Basis): void => {
    edit((before) => setVersionBasis(before, basis));
    announce(words.backTo(name, say(basis)));
  };
  return (
    <RowFrame
      id={FIELD}
      changed={now !== original}
      heading={
        <Box sx={{ minWidth: 0 }}>
          <Typography variant="h3">{name}</Typography>
          <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
            {words.basisNote}
          </Typography>
        </Box>
      }
      live={{ text: say(original), isSet: true }}
      undo={now !== original && editable ? { label: words.undo(name), run: () => putBack(original) } : null}
      onFocus={(event) => {
        onFocus();
        if (!event.currentTarget.contains(event.relatedTarget)) entered.current = now;
      }}
      onKeyDown={({ key }) => {
        if (key === 'Escape' && entered.current !== null && editable) putBack(entered.current);
      }}
    >
      <RadioChoice
        label={name}
        value={now}
        options={VERSION_BASES.map((value) => ({ value, label: words.basis[value] }))}
        onChange={(next) => {
          const basis = VERSION_BASES.find((one) => one === next);
          if (basis !== undefined) edit((before) => setVersionBasis(before, basis));
        }}
      />
      {now === original ? null : (
        <Typography variant="body2" sx={{ mt: 0.5, color: 'tone.changed.fg' }}>
          {words.basisMoves}
        </Typography>
      )}
    </RowFrame>
  );
}
