import { defaultHighlightStyle, HighlightStyle } from '@codemirror/language';
import type { Palette } from '@mui/material/styles';

/**
 * Colours of JSON from the theme, so that they read on either ground; CodeMirror's own are made for white alone. Red and
 * green are left to outcomes.
 */
export function createJsonColours({ tone, text, error }: Palette): HighlightStyle {
  const colours: Readonly<Record<string, string>> = {
    '#a11': tone.approved.fg,
    '#164': tone.needs_info.fg,
    '#219': tone.assumed.fg,
    '#f00': error.main,
  };
  return HighlightStyle.define(
    defaultHighlightStyle.specs.map((spec) => ({
      ...spec,
      ...(typeof spec['color'] === 'string' ? { color: colours[spec['color']] ?? text.primary } : {}),
    })),
  );
}
