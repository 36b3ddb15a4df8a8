import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { SENTENCES } from '../../../server/contract/sentences.ts';
import { useStaffLocale, useWords } from '../../policies/use-words.ts';
import { useDraft } from '../draft/use-draft.tsx';
import { listReasons } from './list-reasons.ts';
import { MessageField } from './message-field.tsx';

/** What the customer reads for each reason, per language, with a preview. */
export function MessagesTab(): ReactElement {
  const { messages: words } = useWords();
  const { content } = useDraft();
  const locale = useStaffLocale();
  const sayReason = (reasonCode: string): string => {
    const said = SENTENCES.reason(reasonCode)[locale];
    return said === reasonCode ? reasonCode : `${said} · ${reasonCode}`;
  };
  const reasons = listReasons(content);
  const [code, setCode] = useState(reasons[0]?.code ?? '');
  const locales = Object.keys(content.messages);
  const missing = locales.map(
    (locale) =>
      [locale, reasons.filter((reason) => content.messages[locale]?.[reason.code] === undefined).length] as const,
  );
  const reason = reasons.find((one) => one.code === code);
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0,1fr)' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
        <TextField
          select
          label={words.reason}
          value={code}
          onChange={(event) => setCode(event.target.value)}
          sx={{ minWidth: { xs: '100%', sm: 360 } }}
        >
          {reasons.map((one) => (
            <MenuItem key={one.code} value={one.code}>
              {sayReason(one.code)}
              {locales.some((locale) => content.messages[locale]?.[one.code] === undefined) ? ' !' : ''}
            </MenuItem>
          ))}
        </TextField>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {missing
            .map(([locale, count]) => (count === 0 ? words.complete(locale) : words.missing(count, locale)))
            .join(' · ')}
        </Typography>
      </Box>
      {reason === undefined
        ? null
        : locales.map((locale) => (
            <MessageField
              key={`${locale}/${code}`}
              locale={locale}
              code={code}
              hidden={reason.denies && isGeneric(content)}
            />
          ))}
    </Box>
  );
}

function isGeneric({ parameters }: ReturnType<typeof useDraft>['content']): boolean {
  return parameters.some((parameter) => parameter.name === 'denialDisclosure' && parameter.value === 'generic');
}
