import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { messageSchema, PLACEHOLDERS } from '../../../server/contract/rules/messages-schema.ts';
import { Panel } from '../../common/panel.tsx';
import { useWords } from '../../policies/use-words.ts';
import { useDraft } from '../draft/use-draft.tsx';
import { setMessage } from '../model/edit-content.ts';
import { MessagePreview } from './message-preview.tsx';

export interface MessageFieldProps {
  readonly locale: string;
  readonly code: string;
  /** The customer reads the generic text instead. */
  readonly hidden: boolean;
}

/** The text of one reason in one language, with what can be filled in and how it reads. */
export function MessageField({ locale, code, hidden }: MessageFieldProps): ReactElement {
  const { messages: words } = useWords();
  const { content, live, edit, editable, mark } = useDraft();
  const field = useRef<HTMLTextAreaElement>(null);
  const id = `message-${locale}-${code}`;
  const text = content.messages[locale]?.[code] ?? '';
  const before = live.messages[locale]?.[code] ?? '';
  const [broken, setBroken] = useState(false);
  const write = (next: string): void => {
    const wrong = next !== '' && !messageSchema.safeParse(next).success;
    setBroken(wrong);
    mark(id, wrong ? { fieldId: id, label: `${code} (${locale})`, message: words.broken } : null);
    edit((now) => setMessage(now, locale, code, next));
  };
  const insert = (name: string): void => {
    const at = field.current?.selectionStart ?? text.length;
    write(`${text.slice(0, at)}{${name}}${text.slice(at)}`);
    field.current?.focus();
  };
  return (
    <Panel title={words.text(locale)}>
      <Box
        sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0,1fr)', lg: 'repeat(2, minmax(0,1fr))' } }}
      >
        <Box>
          <TextField
            id={id}
            inputRef={field}
            fullWidth
            multiline
            minRows={4}
            label={words.text(locale)}
            value={text}
            disabled={!editable}
            error={broken}
            helperText={
              broken ? words.broken : before === text ? undefined : `${words.live}: ${before === '' ? '–' : before}`
            }
            onChange={(event) => write(event.target.value)}
            slotProps={{ htmlInput: { lang: locale, maxLength: 2000 }, formHelperText: { lang: locale } }}
          />
          <Box role="group" aria-label={words.placeholders} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
            {editable
              ? PLACEHOLDERS.map((name) => (
                  <Button
                    key={name}
                    size="small"
                    variant="outlined"
                    aria-label={words.insert(name)}
                    onClick={() => insert(name)}
                  >{`{${name}}`}</Button>
                ))
              : null}
          </Box>
        </Box>
        <MessagePreview locale={locale} text={text} hidden={hidden} />
      </Box>
    </Panel>
  );
}
