import type { PaletteOptions } from '@mui/material/styles';

/** What a chip, a bar or a cell can say by colour; icon and word always go with it. */
export const TONES = [
  'granted',
  'denied',
  'referred',
  'needs_info',
  'no_action',
  'live',
  'approved',
  'draft',
  'changed',
  'unset',
  'assumed',
] as const;
export type Tone = (typeof TONES)[number];

/** Text, ground and outline of a tone; outlines are at least 3:1 on paper, text at least 7:1 on its ground. */
interface ToneColours {
  readonly fg: string;
  readonly bg: string;
  readonly line: string;
}

const tone = (fg: string, bg: string, line: string): ToneColours => ({ fg, bg, line });

const LIGHT_TONES: Readonly<Record<Tone, ToneColours>> = {
  granted: tone('#0B5A36', '#DDF3E7', '#3E9A6C'),
  denied: tone('#98191F', '#FCE5E5', '#C4666A'),
  referred: tone('#734600', '#FFEFD2', '#A87A2B'),
  needs_info: tone('#0B4F86', '#E0EEFB', '#4A8BC4'),
  no_action: tone('#3E4A56', '#E9EDF1', '#7B8794'),
  live: tone('#FFFFFF', '#0B57A4', '#0B57A4'),
  approved: tone('#08565C', '#DDF2F3', '#3F8E94'),
  draft: tone('#3E4A56', '#FFFFFF', '#7B8794'),
  changed: tone('#55309B', '#EFE8FC', '#8F6FD0'),
  unset: tone('#86340A', '#FFF1E8', '#C8743F'),
  assumed: tone('#734600', '#FFFFFF', '#B07A1E'),
};

const DARK_TONES: Readonly<Record<Tone, ToneColours>> = {
  granted: tone('#8FE3B8', '#123524', '#3B8F64'),
  denied: tone('#FFB3AE', '#431A1C', '#B4595D'),
  referred: tone('#F6CB80', '#3A2B0E', '#8A6A2C'),
  needs_info: tone('#9DCDF8', '#132B42', '#3F74A5'),
  no_action: tone('#C6D0DA', '#2A343E', '#66737F'),
  live: tone('#0B1A2A', '#86BAF2', '#86BAF2'),
  approved: tone('#8EDDE3', '#0F3336', '#3B8288'),
  draft: tone('#C6D0DA', '#171F27', '#76848F'),
  changed: tone('#CFB8FB', '#2E2050', '#7E63BA'),
  unset: tone('#FFC09B', '#3B2214', '#A36A45'),
  assumed: tone('#F6CB80', '#171F27', '#A9853F'),
};

/** Colours of the series of a chart, in the order in which they are stacked. */
interface SeriesColours {
  readonly granted: string;
  readonly no_action: string;
  readonly needs_info: string;
  readonly referred: string;
  readonly denied: string;
}

const LIGHT_SERIES: SeriesColours = {
  granted: '#1E8E5A',
  no_action: '#7B8794',
  needs_info: '#2F7CC0',
  referred: '#B87400',
  denied: '#C2363B',
};
const DARK_SERIES: SeriesColours = {
  granted: '#4FC28D',
  no_action: '#8E9AA6',
  needs_info: '#6DB1EE',
  referred: '#E3A63B',
  denied: '#F0817E',
};

declare module '@mui/material/styles' {
  interface Palette {
    tone: Readonly<Record<Tone, ToneColours>>;
    series: SeriesColours;
    /** Ground of hovered rows and of column heads. */
    raised: string;
    /** Outline of an input, at least 3:1 on paper. */
    outline: string;
  }
  interface PaletteOptions {
    tone?: Readonly<Record<Tone, ToneColours>>;
    series?: SeriesColours;
    raised?: string;
    outline?: string;
  }
}

export const LIGHT_PALETTE: PaletteOptions = {
  mode: 'light',
  background: { default: '#F5F7F9', paper: '#FFFFFF' },
  text: { primary: '#17212B', secondary: '#4E5D6C', disabled: '#5F6C79' },
  divider: '#D5DCE3',
  primary: { main: '#0B57A4', dark: '#08437F', contrastText: '#FFFFFF' },
  secondary: { main: '#4E5D6C' },
  error: { main: '#B3242B' },
  warning: { main: '#8A5300' },
  success: { main: '#0B6B40' },
  contrastThreshold: 4.5,
  tone: LIGHT_TONES,
  series: LIGHT_SERIES,
  raised: '#EDF1F5',
  outline: '#7B8794',
};

export const DARK_PALETTE: PaletteOptions = {
  mode: 'dark',
  background: { default: '#0F151B', paper: '#171F27' },
  text: { primary: '#E8EDF2', secondary: '#A9B6C3', disabled: '#8794A1' },
  divider: '#2F3B47',
  primary: { main: '#86BAF2', dark: '#A9CEF7', contrastText: '#0B1A2A' },
  secondary: { main: '#A9B6C3' },
  error: { main: '#FF9B95', contrastText: '#2A0A0B' },
  warning: { main: '#F6CB80' },
  success: { main: '#6FD6A3' },
  contrastThreshold: 4.5,
  tone: DARK_TONES,
  series: DARK_SERIES,
  raised: '#212B35',
  outline: '#76848F',
};
