import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, defaultHighlightStyle, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTheme } from '@mui/material/styles';
import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { useWords } from '../../policies/use-words.ts';
import { MONO } from '../../theme/create-theme-options.ts';
import type { JsonProblem } from '../model/read-json.ts';

export interface JsonEditorProps {
  /** Names the editor for screen readers. */
  readonly label: string;
  readonly text: string;
  readonly problems: readonly JsonProblem[];
  readonly readOnly?: boolean;
  readonly onChange: (text: string) => void;
}

const DARK = HighlightStyle.define([]);

/** JSON as text, its problems marked where they are and listed below. Tab leaves it, as any other field. */
export function JsonEditor({ label, text, problems, readOnly = false, onChange }: JsonEditorProps): ReactElement {
  const { rules: words } = useWords();
  const { palette } = useTheme();
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const change = useRef(onChange);
  const look = useRef(new Compartment());
  const first = useRef(text);
  change.current = onChange;
  const dark = palette.mode === 'dark';

  useEffect(() => {
    if (host.current === null) return undefined;
    const made = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: first.current,
        extensions: [
          lineNumbers(), history(), bracketMatching(), json(), lintGutter(), keymap.of([...lintKeymap, ...defaultKeymap, ...historyKeymap]), look.current.of([]),
          EditorState.readOnly.of(readOnly), EditorView.lineWrapping, EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0', ...(readOnly ? { 'aria-readonly': 'true' } : {}) }),
          EditorView.updateListener.of((update) => { if (update.docChanged) change.current(update.state.doc.toString()); }),
        ],
      }),
    });
    view.current = made;
    return () => made.destroy();
  }, [label, readOnly]);

  useEffect(() => {
    view.current?.dispatch({
      effects: look.current.reconfigure([
        dark ? syntaxHighlighting(DARK) : syntaxHighlighting(defaultHighlightStyle),
        EditorView.theme({
          '&': { color: palette.text.primary, backgroundColor: palette.background.paper, fontSize: '13px' }, '.cm-content': { fontFamily: MONO, caretColor: palette.text.primary },
          '.cm-gutters': { backgroundColor: palette.raised, color: palette.text.secondary, border: 'none' }, '.cm-cursor': { borderLeftColor: palette.text.primary },
          '&.cm-focused': { outline: `2px solid ${palette.primary.main}` }, '.cm-scroller': { maxHeight: '520px', overflow: 'auto' },
        }, { dark }),
      ]),
    });
  }, [dark, palette]);

  useEffect(() => {
    const made = view.current;
    // What is typed comes back as the same text; only a change from elsewhere is put in.
    if (made !== null && made.state.doc.toString() !== text) made.dispatch({ changes: { from: 0, to: made.state.doc.length, insert: text } });
  }, [text]);

  useEffect(() => {
    const made = view.current;
    if (made === null) return;
    const end = made.state.doc.length;
    made.dispatch(setDiagnostics(made.state, problems.map(({ from, to, message }) => ({ from: Math.min(from, end), to: Math.min(Math.max(to, from), end), severity: 'error' as const, message }))));
  }, [problems, text]);

  const go = (from: number): void => {
    view.current?.focus();
    view.current?.dispatch({ selection: { anchor: Math.min(from, view.current.state.doc.length) }, scrollIntoView: true });
  };
  const lineOf = (from: number): number => text.slice(0, from).split('\n').length;
  return (
    <Box>
      <Box ref={host} sx={{ border: 1, borderColor: problems.length > 0 ? 'error.main' : 'outline', borderRadius: 1, overflow: 'hidden' }} />
      <Box role="status" aria-live="polite" lang="en">
        {problems.map((problem) => (
          <Typography key={`${problem.from} ${problem.message}`} variant="body2" sx={{ color: 'error.main', mt: 0.5 }}>
            <Link component="button" color="inherit" underline="always" onClick={() => go(problem.from)}>{words.jsonAt(lineOf(problem.from), problem.message)}</Link>
          </Typography>
        ))}
      </Box>
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>{words.jsonHelp}</Typography>
    </Box>
  );
}
