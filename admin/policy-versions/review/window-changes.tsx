import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { PolicyVersionView } from '../../../server/contract/http/policy-version-view.ts';
import { useStaffLocale, useWords } from '../../policies/use-words.ts';
import { findParameter } from '../model/edit-content.ts';
import { sameValue } from '../model/same-value.ts';
import { usePreview } from '../parameters/use-preview.ts';
import { WindowTimeline } from '../parameters/window-timeline.tsx';

/** The time lines of the windows that change, for a claim that begins when the version was looked at. */
export function WindowChanges({ version }: { readonly version: PolicyVersionView }): ReactElement | null {
  const { parameters: words } = useWords();
  const locale = useStaffLocale();
  const live = version.live?.content ?? version.content;
  const changed = version.content.parameters.filter(
    (one) => one.kind === 'window' && !sameValue(one.value, findParameter(live, one.name)?.value),
  );
  // What is read anew later, by another clock, does not move the example that its ends were asked for.
  const [fromAt] = useState(() => Date.parse(version.basisAt));
  const example = { fromAt, zone: version.content.zone };
  const { data } = usePreview(
    version.id,
    live,
    version.content,
    example,
    changed.length > 0 && version.status === 'submitted',
  );
  if (data === undefined || changed.length === 0) return null;
  return (
    <Box sx={{ mt: 2, display: 'grid', gap: 1 }}>
      {changed.map(({ name, label }) => {
        const ends = data.windows[name];
        if (ends === undefined) return null;
        return (
          <Box key={name}>
            <Typography variant="h3" component="p">
              {label[locale]}
            </Typography>
            <WindowTimeline
              name={label[locale]}
              fromAt={example.fromAt}
              zone={example.zone}
              unsetWord={words.liveUnset}
              liveShift={ends.liveShift}
              draftShift={ends.draftShift}
              liveEndAt={ends.live === null ? null : Date.parse(ends.live)}
              draftEndAt={ends.draft === null ? null : Date.parse(ends.draft)}
            />
          </Box>
        );
      })}
    </Box>
  );
}
