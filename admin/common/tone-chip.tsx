import { styled } from '@mui/material/styles';
import type { SvgIconComponent } from '@mui/icons-material';
import type { ReactElement } from 'react';
import type { Tone } from '../theme/tokens.ts';

interface ChipLook {
  readonly tone: Tone;
  readonly dashed: boolean;
  readonly small: boolean;
}

// A span, not MUI's Chip: that one has the semantics of a button.
const Body = styled('span', {
  shouldForwardProp: (name) => name !== 'tone' && name !== 'dashed' && name !== 'small',
})<ChipLook>(({ theme, tone, dashed, small }) => ({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 4,
  padding: small ? '0 6px' : '2px 8px',
  borderRadius: 999,
  border: `1px ${dashed ? 'dashed' : 'solid'} ${theme.palette.tone[tone].line}`,
  backgroundColor: theme.palette.tone[tone].bg,
  color: theme.palette.tone[tone].fg,
  fontSize: '0.8125rem',
  fontWeight: 600,
  lineHeight: 1.5,
  whiteSpace: 'nowrap',
  '& svg': { fontSize: '1rem' },
}));

export interface ToneChipProps {
  readonly tone: Tone;
  readonly icon: SvgIconComponent;
  /** The word, in the reader’s language. */
  readonly label: string;
  readonly dashed?: boolean;
  readonly size?: 'small' | 'medium';
}

/** Icon and word on the ground of a tone. */
export function ToneChip({
  tone,
  icon: Icon,
  label,
  dashed = tone === 'draft' || tone === 'unset',
  size = 'medium',
}: ToneChipProps): ReactElement {
  return (
    <Body tone={tone} dashed={dashed} small={size === 'small'}>
      <Icon aria-hidden="true" />
      {label}
    </Body>
  );
}
