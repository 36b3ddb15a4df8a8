import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Paper from '@mui/material/Paper';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { messageSchema, PLACEHOLDERS } from '../../../server/contract/rules/messages-schema.ts';
import { Panel } from '../../common/panel.tsx';
import { useWords } from '../../policies/use-words.ts';
import { useDraft } from '../draft/use-draft.tsx';
import { setMessage } from '../model/edit-content.ts';
import { listReasons } from './list-reasons.ts';

/** What the customer reads for each reason, per language, with a preview. */
export function MessagesTab(): ReactElement {
  const { messages: words } = useWords();
  const { content } = useDraft();
  const reasons = listReasons(content);
  const [code, setCode] = useState(reasons[0]?.code ?? '');
  const locales = Object.keys(content.messages);
  const missing = locales.map((locale) => [locale, reasons.filter((reason) => content.messages[locale]?.[reason.code] === undefined).length] as const);
  const reason = reasons.find((one) => one.code === code);
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0,1fr)' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
        <TextField select label={words.reason} value={code} onChange={(event) => setCode(event.target.value)} sx={{ minWidth: { xs: '100%', sm: 360 } }}>
          {reasons.map((one) => <MenuItem key={one.code} value={one.code}>{one.code}{locales.some((locale) => content.messages[locale]?.[one.code] === undefined) ? ' !' : ''}</MenuItem>)}
        </TextField>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>{missing.map(([locale, count]) => (count === 0 ? words.complete(locale) : words.missing(count, locale))).join(' · ')}</Typography>
      </Box>
      {reason === undefined ? null : locales.map((locale) => <MessageField key={`${locale}/${code}`} locale={locale} code={code} hidden={reason.denies && isGeneric(content)} />)}
    </Box>
  );
}

function isGeneric({ parameters }: ReturnType<typeof useDraft>['content']): boolean {
  return parameters.some((parameter) => parameter.name === 'denialDisclosure' && parameter.value === 'generic');
}

interface MessageFieldProps {
  readonly locale: string;
  readonly code: string;
  /** The customer reads the generic text instead. */
  readonly hidden: boolean;
}

function MessageField({ locale, code, hidden }: MessageFieldProps): ReactElement {
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
  const shown = hidden ? (content.messages[locale]?.['DENIED_GENERIC'] ?? '') : text;
  const sample: Readonly<Record<string, string>> = { ...words.sample, program: content.name };
  return (
    <Panel title={words.text(locale)}>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0,1fr)', lg: 'repeat(2, minmax(0,1fr))' } }}>
        <Box>
          <TextField
            id={id} inputRef={field} fullWidth multiline minRows={4} label={words.text(locale)} value={text} disabled={!editable} error={broken} helperText={broken ? words.broken : before === text ? undefined : `${words.live}: ${before === '' ? '–' : before}`}
            onChange={(event) => write(event.target.value)} slotProps={{ htmlInput: { lang: locale, maxLength: 2000 }, formHelperText: { lang: locale } }}
          />
          <Box role="group" aria-label={words.placeholders} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
            {editable ? PLACEHOLDERS.map((name) => <Button key={name} size="small" variant="outlined" aria-label={words.insert(name)} onClick={() => insert(name)}>{`{${name}}`}</Button>) : null}
          </Box>
        </Box>
        <Box>
          <Typography variant="h3" component="p">{words.reads}</Typography>
          {hidden ? <Alert severity="info" variant="outlined" sx={{ my: 1 }}>{words.generic}</Alert> : null}
          <Paper variant="outlined" lang={locale} sx={{ p: 2, mt: 1, bgcolor: 'background.default', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {shown === '' ? words.none : shown.replaceAll(/\{(\w+)\}/gu, (whole, name: string) => sample[name] ?? whole)}
          </Paper>
        </Box>
      </Box>
    </Panel>
  );
}
