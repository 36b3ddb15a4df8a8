import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState } from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { useTheme } from '@mui/material/styles';
import type { Palette } from '@mui/material/styles';
import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { MONO } from '../../theme/create-theme-options.ts';
import type { JsonProblem } from '../model/read-json.ts';
import { createJsonColours } from './json-colours.ts';

export interface JsonViewProps {
  readonly label: string;
  readonly text: string;
  readonly problems: readonly JsonProblem[];
  readonly readOnly: boolean;
  readonly onChange: (text: string) => void;
}

export interface JsonView {
  /** What the editor is put into. */
  readonly host: RefObject<HTMLDivElement | null>;
  /** Goes to a place in the text. */
  goTo(from: number): void;
}

/** Keeps a CodeMirror for one text: made once, so that neither cursor nor history are lost while its name changes. */
export function useJsonView({ label, text, problems, readOnly, onChange }: JsonViewProps): JsonView {
  const { palette } = useTheme();
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const change = useRef(onChange);
  const frame = useRef(new Compartment());
  const first = useRef(text);
  change.current = onChange;

  useEffect(() => {
    if (host.current === null) return undefined;
    const onUpdate = EditorView.updateListener.of((update) => {
      if (update.docChanged) change.current(update.state.doc.toString());
    });
    const extensions = [...FIXED, frame.current.of([]), onUpdate];
    const made = new EditorView({
      parent: host.current,
      state: EditorState.create({ doc: first.current, extensions }),
    });
    view.current = made;
    return () => made.destroy();
  }, []);

  useEffect(() => {
    const extensions = [...frameOf(label, readOnly), ...lookOf(palette)];
    view.current?.dispatch({ effects: frame.current.reconfigure(extensions) });
  }, [label, readOnly, palette]);

  useEffect(() => {
    const made = view.current;
    // What is typed comes back as the same text; only a change from elsewhere is put in.
    if (made !== null && made.state.doc.toString() !== text)
      made.dispatch({ changes: { from: 0, to: made.state.doc.length, insert: text } });
  }, [text]);

  useEffect(() => {
    const made = view.current;
    if (made !== null) made.dispatch(setDiagnostics(made.state, listDiagnostics(problems, made.state.doc.length)));
  }, [problems, text]);

  const goTo = (from: number): void => {
    const made = view.current;
    made?.focus();
    made?.dispatch({ selection: { anchor: Math.min(from, made.state.doc.length) }, scrollIntoView: true });
  };
  return { host, goTo };
}

const FIXED: readonly Extension[] = [
  lineNumbers(),
  history(),
  bracketMatching(),
  json(),
  lintGutter(),
  keymap.of([...lintKeymap, ...defaultKeymap, ...historyKeymap]),
  EditorView.lineWrapping,
];

/** Its name for screen readers, and whether it can be written in. */
function frameOf(label: string, readOnly: boolean): Extension[] {
  return [
    EditorState.readOnly.of(readOnly),
    EditorView.contentAttributes.of({
      'aria-label': label,
      tabindex: '0',
      ...(readOnly ? { 'aria-readonly': 'true' } : {}),
    }),
  ];
}

function lookOf(palette: Palette): Extension[] {
  const { text, background, raised, primary, mode } = palette;
  return [
    syntaxHighlighting(createJsonColours(palette)),
    EditorView.theme(
      {
        '&': { color: text.primary, backgroundColor: background.paper, fontSize: '13px' },
        '.cm-content': { fontFamily: MONO, caretColor: text.primary },
        '.cm-gutters': { backgroundColor: raised, color: text.secondary, border: 'none' },
        '.cm-cursor': { borderLeftColor: text.primary },
        '&.cm-focused': { outline: `2px solid ${primary.main}` },
        '.cm-scroller': { maxHeight: '520px', overflow: 'auto' },
      },
      { dark: mode === 'dark' },
    ),
  ];
}

function listDiagnostics(problems: readonly JsonProblem[], end: number) {
  return problems.map(({ from, to, message }) => ({
    from: Math.min(from, end),
    to: Math.min(Math.max(to, from), end),
    severity: 'error' as const,
    message,
  }));
}
