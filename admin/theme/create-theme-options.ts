import type { RaThemeOptions } from 'react-admin';
import { DARK_PALETTE, LIGHT_PALETTE } from './tokens.ts';

/** Fonts of ids and digests; set at 0.9 em. */
export const MONO = 'ui-monospace, "JetBrains Mono", monospace';

/** Height of the app bar in px; what sticks below it needs it. */
export const APP_BAR_PX = 48;

/** Widths of the side menu in px, open and closed. */
export const MENU_PX = { open: 216, closed: 56 } as const;

// System fonts stand before the loaded Chinese one, so that it is fetched only where none is installed.
const FONTS = [
  '"Inter Variable"',
  '"PingFang SC"',
  '"Hiragino Sans GB"',
  '"Microsoft YaHei"',
  '"Noto Sans CJK SC"',
  '"Source Han Sans SC"',
  '"Noto Sans SC Variable"',
  'system-ui',
  'sans-serif',
].join(',');

/** The look of the admin, light or dark: quiet, dense, tabular; borders instead of shadows. */
export function createThemeOptions(mode: 'light' | 'dark'): RaThemeOptions {
  const palette = mode === 'light' ? LIGHT_PALETTE : DARK_PALETTE;
  const line = `1px solid ${palette.divider}`;
  return {
    palette,
    typography: {
      fontFamily: FONTS,
      fontSize: 14,
      h1: { fontSize: '1.5rem', fontWeight: 600, lineHeight: 1.3, letterSpacing: '-0.01em' },
      h2: { fontSize: '1.125rem', fontWeight: 600, lineHeight: 1.4 },
      h3: { fontSize: '0.9375rem', fontWeight: 600 },
      body1: { fontSize: '0.9375rem', lineHeight: 1.55 },
      body2: { fontSize: '0.875rem', lineHeight: 1.5 },
      caption: { fontSize: '0.8125rem' },
      button: { textTransform: 'none', fontWeight: 600 },
    },
    shape: { borderRadius: 6 },
    spacing: 8,
    sidebar: { width: MENU_PX.open, closedWidth: MENU_PX.closed },
    components: {
      MuiTextField: { defaultProps: { variant: 'outlined', size: 'small', margin: 'none' } },
      MuiFormControl: { defaultProps: { variant: 'outlined', size: 'small', margin: 'none' } },
      MuiButtonBase: {
        defaultProps: { disableRipple: true },
        styleOverrides: {
          root: { '&.Mui-focusVisible': { outline: '2px solid', outlineColor: 'currentColor', outlineOffset: 2 } },
        },
      },
      MuiButton: {
        defaultProps: { disableElevation: true, size: 'small' },
        styleOverrides: { root: { minHeight: 32 } },
      },
      MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
      MuiCard: { defaultProps: { variant: 'outlined' } },
      MuiOutlinedInput: { styleOverrides: { notchedOutline: { borderColor: palette.outline } } },
      MuiInputBase: {
        styleOverrides: { input: { '&::placeholder': { opacity: 1, color: palette.text?.secondary ?? 'inherit' } } },
      },
      MuiTableCell: {
        styleOverrides: {
          root: { borderBottom: line, lineHeight: 1.5 },
          head: { backgroundColor: palette.raised, fontWeight: 600 },
        },
      },
      MuiLink: { defaultProps: { underline: 'hover' } },
      MuiTooltip: { defaultProps: { arrow: true } },
      MuiCssBaseline: {
        styleOverrides: {
          // The browser's own parts, scroll bars and date pickers, go by what was chosen here.
          ':root': { colorScheme: mode },
          'table,.num,time,input': { fontVariantNumeric: 'tabular-nums' },
          ':lang(zh)': { lineHeight: 1.7, letterSpacing: 0, textAutospace: 'normal' },
          ':lang(zh) em,:lang(zh) i': { fontStyle: 'normal' },
          'a:focus-visible,[tabindex="0"]:focus-visible,summary:focus-visible': {
            outline: '2px solid',
            outlineColor: mode === 'light' ? '#0B57A4' : '#86BAF2',
            outlineOffset: 2,
          },
          'h1:focus': { outline: 'none' },
          '@media (prefers-reduced-motion: reduce)': {
            '*,*::before,*::after': { animationDuration: '0.01ms !important', transitionDuration: '0.01ms !important' },
          },
        },
      },
    },
  };
}
